// Calls of every endpoint of changes, for the access matrix.

import type { changesApi } from '../../../src/modules/changes/changes-api.ts'
import type { SamplesOf } from './samples.ts'

export const changesSamples: SamplesOf<typeof changesApi> = {}
