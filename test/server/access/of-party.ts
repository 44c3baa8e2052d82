// Calls of every endpoint of party, for the access matrix.

import type { partyApi } from '../../../src/modules/party/party-api.ts'
import type { SamplesOf } from './samples.ts'

export const partySamples: SamplesOf<typeof partyApi> = {}
