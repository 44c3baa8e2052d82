// Calls of every endpoint of an organization's years, for the access matrix.
import type { yearsApi } from '../../../src/modules/years/years-api.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'

const inArea = { lies: (at: Place) => at.area }
const ofOrganization = { kind: 'thing', see: 'year.see', kept: true, ...inArea } as const
const byYear = (at: Place) => ({ params: { id: at.organization, year: 2023 } })

export const yearsSamples: SamplesOf<typeof yearsApi> = {
  sheet: { ...ofOrganization, given: byYear },
  document: { ...ofOrganization, given: byYear },
  facts: {
    ...ofOrganization,
    given: (at) => ({ params: { id: at.organization }, query: { limit: 200 } }),
  },
}
