// Calls of every endpoint of census, for the access matrix.

import type { censusApi } from '../../../src/modules/census/census-api.ts'
import type { SamplesOf } from './samples.ts'

export const censusSamples: SamplesOf<typeof censusApi> = {}
