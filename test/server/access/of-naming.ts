// Calls of every endpoint of naming, for the access matrix.

import type { namingApi } from '../../../src/modules/naming/naming-api.ts'
import type { SamplesOf } from './samples.ts'

export const namingSamples: SamplesOf<typeof namingApi> = {}
