// Calls of every endpoint of volunteers, for the access matrix.
import type { volunteersApi } from '../../../src/modules/volunteers/volunteers-api.ts'
import type { SamplesOf } from './samples.ts'

export const volunteersSamples: SamplesOf<typeof volunteersApi> = {}
