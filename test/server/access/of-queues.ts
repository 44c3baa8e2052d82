// Calls of every endpoint of queues, for the access matrix.

import type { queuesApi } from '../../../src/modules/queues/queues-api.ts'
import type { SamplesOf } from './samples.ts'

export const queuesSamples: SamplesOf<typeof queuesApi> = {}
