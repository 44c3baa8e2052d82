// Calls of every endpoint of queues, for the access matrix. What stands in a queue is tested beside the module.

import type { queuesApi } from '../../../src/modules/queues/queues-api.ts'
import type { SamplesOf } from './samples.ts'

const imports = () => ({ params: { source: 'organizations.import' } })

export const queuesSamples: SamplesOf<typeof queuesApi> = {
  summary: { kind: 'own', answers: 200 },
  list: { kind: 'own', answers: 200, given: imports },
  export: { kind: 'own', answers: 200, given: imports },
}
