// Calls of every endpoint of honors, for the access matrix.
import type { honorsApi } from '../../../src/modules/honors/honors-api.ts'
import type { SamplesOf } from './samples.ts'

export const honorsSamples: SamplesOf<typeof honorsApi> = {}
