// Calls of every endpoint of training, for the access matrix.
import type { trainingApi } from '../../../src/modules/training/training-api.ts'
import type { SamplesOf } from './samples.ts'

export const trainingSamples: SamplesOf<typeof trainingApi> = {}
