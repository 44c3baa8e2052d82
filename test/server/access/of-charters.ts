// Calls of every endpoint of charters, for the access matrix.

import type { chartersApi } from '../../../src/modules/charters/charters-api.ts'
import type { SamplesOf } from './samples.ts'

export const chartersSamples: SamplesOf<typeof chartersApi> = {}
