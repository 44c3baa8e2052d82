// Calls of every endpoint of filing, for the access matrix.

import type { filingApi } from '../../../src/modules/filing/filing-api.ts'
import type { SamplesOf } from './samples.ts'

export const filingSamples: SamplesOf<typeof filingApi> = {} as SamplesOf<typeof filingApi>
