// Calls of every endpoint of hubs, for the access matrix.

import type { hubsApi } from '../../../src/modules/hubs/hubs-api.ts'
import type { SamplesOf } from './samples.ts'

export const hubsSamples: SamplesOf<typeof hubsApi> = {}
