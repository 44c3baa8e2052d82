// Calls of every endpoint of records, for the access matrix.
import type { recordsApi } from '../../../src/modules/records/records-api.ts'
import type { SamplesOf } from './samples.ts'

export const recordsSamples: SamplesOf<typeof recordsApi> = {}
