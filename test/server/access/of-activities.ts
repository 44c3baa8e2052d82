// Calls of every endpoint of activities, for the access matrix.
import type { activitiesApi } from '../../../src/modules/activities/activities-api.ts'
import type { SamplesOf } from './samples.ts'

export const activitiesSamples: SamplesOf<typeof activitiesApi> = {}
