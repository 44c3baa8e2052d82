// Calls of every endpoint of rules, for the access matrix.
import type { rulesApi } from '../../../src/modules/rules/rules-api.ts'
import { loadRuleSetText } from '../../../src/modules/rules/server/index.ts'
import { type Database, sql } from '../../../src/platform/db.ts'
import { worldContext } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'

const county = (at: Place) => at.county
const ofCounty = { kind: 'thing', see: 'rule.see', lies: county } as const

const textOf = (at: Pick<Place, 'county'>, value: number) =>
  `id: local\ntitle: 本地规则集\nversion: 1\narea: { code: "${at.county}", name: 某县 }
values:\n  party.branchFrom: { value: ${value}, default: true }\n`

/** The township of the place, which has decided no rules yet. */
export type PlaceRules = { township: string }
export const noRules: PlaceRules = { township: '659999999000' }

/** Each county has a rule set of its own. */
export async function addRules(
  database: Database,
  place: Pick<Place, 'county' | 'area'>,
): Promise<PlaceRules> {
  const known = await database.maybe(sql`select 1 from rule_set where area = ${place.county}`)
  if (!known)
    await database.transaction((db) => loadRuleSetText(worldContext(db), textOf(place, 4), '开始使用'))
  return database.one(sql`select township::text from area where code = ${place.area}`)
}

export const rulesSamples: SamplesOf<typeof rulesApi> = {
  sets: {
    ...{ kind: 'list', lies: county, reach: 'along' },
    found: ({ body }, at) => body.items.some(({ area }) => area === at.county),
  },
  inForce: {
    ...{ kind: 'thing', see: 'rule.see', lies: (at) => at.area },
    given: (at) => ({ params: { area: at.area } }),
  },
  history: { ...ofCounty, given: (at) => ({ params: { area: at.county } }) },
  change: {
    ...{ kind: 'thing', see: 'rule.see', lies: (at) => at.township },
    given: (at) => ({
      params: { area: at.township },
      body: { version: 0, set: { 'party.branchFrom': { value: 5 } }, reason: '试' },
    }),
  },
  check: { kind: 'own', answers: 200, given: (at) => ({ body: { text: textOf(at, 6) } }) },
  load: { ...ofCounty, given: (at) => ({ body: { text: textOf(at, 6), reason: '试' } }) },
}
