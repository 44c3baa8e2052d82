// What censuses publish: the measure `censusOrganizations`, with the attributes of the register.
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { flag } from '../../kernel/measure-attributes.ts'
import { organizationMeasures } from '../organizations/measures.ts'

export const censusMeasures = {
  /** One a census of an area: counted on the day it opened, `finished` once it is closed. */
  censuses: { title: '摸底排查', unit: '次', kind: 'flow', attributes: { finished: flag('已完成') } },
  censusOrganizations: {
    ...organizationMeasures.organizations,
    title: '摸底时的社区社会组织',
  },
} as const satisfies MeasureCatalogue
