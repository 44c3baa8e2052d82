// Calls of every endpoint of venues, for the access matrix.
import type { venuesApi } from '../../../src/modules/venues/venues-api.ts'
import type { SamplesOf } from './samples.ts'

export const venuesSamples: SamplesOf<typeof venuesApi> = {}
