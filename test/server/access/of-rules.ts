// Calls of every endpoint of rules, for the access matrix.

import type { rulesApi } from '../../../src/modules/rules/rules-api.ts'
import type { SamplesOf } from './samples.ts'

export const rulesSamples: SamplesOf<typeof rulesApi> = {}
