// What censuses publish: where one is done, and the organizations it found, with the attributes of the register.
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { level } from '../../kernel/measure-attributes.ts'
import { organizationMeasures } from '../organizations/measures.ts'

export const censusMeasures = {
  /**
   * One an area that a census has gone through: the campaign's own area on the day it is closed, each area below on the
   * day its last list is finished. `level` is that of the area, so that one finished community is no finished county.
   */
  censuses: { title: '完成的摸底排查', unit: '次', kind: 'flow', attributes: { level } },
  censusOrganizations: {
    ...organizationMeasures.organizations,
    title: '摸底时的社区社会组织',
  },
} as const satisfies MeasureCatalogue
