// Calls of every endpoint of the three tiers, for the access matrix.
import { organizationsApi } from '../../../src/modules/organizations/organizations-api.ts'
import type { tiersApi } from '../../../src/modules/organizations/tiers-api.ts'
import type { Client } from '../../client.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'

/** A guided group of the place that has outgrown its tier. */
export type PlaceTiers = { grown: string }
export const noTiers: PlaceTiers = { grown: '019893c1-0000-7000-8000-0000000000a6' }

export async function addTiers(
  keeper: Client,
  { mark, area }: Pick<Place, 'mark' | 'area'>,
): Promise<PlaceTiers> {
  const { body } = await keeper.call(organizationsApi.create, {
    body: { name: `${mark}太极队`, area, category: 'sports', tier: 'guided', members: 60 },
  })
  return { grown: body.id }
}

const byId = (at: Place) => ({ params: { id: at.organization } })
const ofOrganization = {
  kind: 'thing',
  see: 'organization.see',
  kept: true,
  lies: (at: Place) => at.area,
} as const

const standing = { units: 0, founders: 4, foundingUnits: 0, staff: 0, money: null }

export const tiersSamples: SamplesOf<typeof tiersApi> = {
  propose: {
    ...{ kind: 'thing', see: 'area.see', lies: (at) => at.area },
    given: (at) => ({ query: { area: at.area, people: 12 } }),
  },
  one: { ...ofOrganization, given: byId },
  record: { ...ofOrganization, given: (at) => ({ ...byId(at), body: standing }) },
  decide: {
    ...{ kind: 'thing', see: 'organization.see', lies: (at) => at.area },
    given: (at) => ({
      params: { id: at.grown },
      body: { decision: 'keep', toward: 'registered', reason: '试' },
    }),
  },
  hints: {
    ...{ kind: 'list', lies: (at) => at.area, given: (at) => ({ query: { ids: [at.grown] } }) },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.grown),
  },
  keepMany: {
    ...{ kind: 'list', lies: (at) => at.area },
    given: (at) => ({ body: { ids: [at.grown], reason: '试' } }),
    found: ({ body }) => body.results.every(({ ok }) => ok),
  },
}
