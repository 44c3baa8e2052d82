// What censuses publish: the measure `censusOrganizations`, with the attributes of the register.
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { organizationMeasures } from '../organizations/measures.ts'

export const censusMeasures = {
  censusOrganizations: {
    ...organizationMeasures.organizations,
    title: '摸底时的社区社会组织',
  },
} as const satisfies MeasureCatalogue
