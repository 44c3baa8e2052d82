// Calls of every endpoint of workers, for the access matrix.
import type { workersApi } from '../../../src/modules/workers/workers-api.ts'
import type { SamplesOf } from './samples.ts'

export const workersSamples: SamplesOf<typeof workersApi> = {}
