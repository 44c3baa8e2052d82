// Calls of every endpoint of naming, for the access matrix.

import type { namingApi } from '../../../src/modules/naming/naming-api.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'

const ofArea = { kind: 'thing', see: 'area.see', lies: (at: Place) => at.area } as const
const kind = 'group' as const

export const namingSamples: SamplesOf<typeof namingApi> = {
  check: { ...ofArea, given: (at) => ({ query: { area: at.area, kind, name: '夕阳红合唱队' } }) },
  propose: { ...ofArea, given: (at) => ({ query: { area: at.area, kind, words: '夕阳红 合唱' } }) },
}
