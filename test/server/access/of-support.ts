// Calls of every endpoint of support, for the access matrix.
import type { supportApi } from '../../../src/modules/support/support-api.ts'
import type { SamplesOf } from './samples.ts'

export const supportSamples: SamplesOf<typeof supportApi> = {}
