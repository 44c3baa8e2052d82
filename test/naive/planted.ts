// Puts random worlds into a real database through the front door of the commands, and reads the rows back as facts.
import fc from 'fast-check'
import { stringify } from 'yaml'
import { addDays, type Day, daysBetween } from '../../src/kernel/time.ts'
import type { AreaKind, AreaLevel } from '../../src/modules/areas/area.ts'
import { type AreaRow, insertAreas } from '../../src/modules/areas/server/area-store.ts'
import type { OrganizationDraft } from '../../src/modules/organizations/organization.ts'
import {
  createOrganization,
  editOrganization,
  moveOrganization,
} from '../../src/modules/organizations/server/organization-commands.ts'
import { addPerson, addPosting } from '../../src/modules/people/server/index.ts'
import { loadPackText } from '../../src/modules/programmes/server/index.ts'
import type { AreaUnit } from '../../src/modules/programmes/tree.ts'
import type { Context } from '../../src/platform/context.ts'
import { type Database, type Db, sql } from '../../src/platform/db.ts'
import type { Who } from '../../src/platform/policy.ts'
import { password, worldContext, worldToday } from '../world.ts'
import type { Fact, Value } from './facts.ts'
import { targetOf } from './targets.ts'
import { areasOf, packOf, root } from './worlds.ts'

const province = '440000000000'

const everywhere: Who = {
  id: null,
  name: '测试',
  postings: [{ role: 'cityOfficer', area: province, level: 'province' }],
}
const context = (db: Db): Context => worldContext(db, everywhere)

/** Makes the officer of the root who asks in the tests. */
export const addOfficer = (database: Database): Promise<string> =>
  database.transaction((db) =>
    addPerson(context(db), { loginName: 'officer', displayName: '市级民政', password }),
  )

/** A new world in place of the last one: the areas, and the officer posted at the root. */
export async function plant(database: Database, areas: readonly AreaUnit[], officer: string): Promise<void> {
  await database.run(sql`truncate area, organization, programme, pack cascade`)
  await database.transaction(async (db) => {
    await insertAreas(db, 'made up', [provinceRow, ...areas.map((area) => areaRow(area, areas))])
    await addPosting(context(db), officer, 'cityOfficer', root)
  })
}

const words = { pinyin: '', initials: '', search: [], settlementSource: null } as const

const provinceRow: AreaRow = {
  ...{ code: province, name: '随机省', shortName: '随机省', level: 'province', parent: null },
  ...{ lineage: { province }, kind: 'ordinaryProvince', settlement: 'unknown', virtual: false, ...words },
}

function areaRow(area: AreaUnit, areas: readonly AreaUnit[]) {
  const lineage: Partial<Record<AreaLevel, string>> = { province }
  for (
    let above: AreaUnit | undefined = area;
    above;
    above = areas.find(({ code }) => code === above?.parent)
  )
    lineage[above.level] = above.code
  return {
    ...{ code: area.code, name: area.name, shortName: area.name, level: area.level, lineage },
    ...{ parent: area.parent ?? province, kind: kindOf(area), settlement: area.settlement },
    ...{ virtual: !area.inDenominator, ...words },
  }
}

function kindOf({ level, zone, settlement }: AreaUnit): AreaKind {
  if (zone) return 'zone'
  if (level !== 'community') return 'otherCounty'
  return settlement === 'urban' ? 'residents' : settlement === 'rural' ? 'villagers' : 'otherCommunity'
}

/** Starts the programme of a pack with these targets; each call is a newer version of it. */
export async function proclaim(
  database: Database,
  targets: readonly Record<string, unknown>[],
  version: number,
): Promise<string> {
  const raw = packOf({}) as object
  const text = stringify(
    { ...raw, version, targets: targets.map((target, at) => ({ ...target, id: `t${at}` })) },
    { aliasDuplicateObjects: false },
  )
  return database.transaction(async (db) => (await loadPackText(context(db), text)).programme)
}

/** One organization and what happens to it, each step on a day. */
export type Story = {
  draft: Omit<OrganizationDraft, 'name'>
  turns: {
    kind: 'change' | 'correct' | 'rest' | 'end' | 'revive'
    on: Day
    values: Partial<OrganizationDraft>
  }[]
}

const firstDay = '2020-07-01' as Day
const day = fc.nat(daysBetween(firstDay, worldToday)).map((days) => addDays(firstDay, days))

export const storyOf = (areas: readonly AreaUnit[]): fc.Arbitrary<Story> => {
  const values = {
    area: fc.constantFrom(
      ...areas.flatMap(({ code, level }) => (level === 'community' ? [code, code, code] : [code])),
    ),
    category: fc.constantFrom('charity', 'service', 'culture', 'sports', 'other'),
    members: fc.option(fc.nat(20), { freq: 4 }),
    hub: fc.boolean(),
    charter: fc.option(fc.boolean(), { freq: 4 }),
  }
  const turn = fc.record({
    kind: fc.constantFrom('change', 'change', 'correct', 'rest', 'end', 'revive'),
    on: day,
    values: fc.record(values, { requiredKeys: [] }),
  })
  return fc.record({
    draft: fc.record({ ...values, foundedOn: day }).map((given) => ({ ...blank, ...given })),
    turns: fc.array(turn, { maxLength: 4 }),
  }) as unknown as fc.Arbitrary<Story>
}

const blank = {
  ...{
    tier: 'guided',
    legalForm: 'none',
    leader: null,
    phone: null,
    leaderInParty: null,
    partyMembers: null,
  },
  ...{
    partyPresence: null,
    residentsServed: null,
    filedOn: null,
    registeredOn: null,
    place: null,
    scope: null,
  },
  ...{ unifiedCode: null, note: null },
}

/** Lives a story through; a step that the register refuses is left out. Returns the organization's id. */
export async function tell(database: Database, story: Story, name: string): Promise<string> {
  const first = { ...story.draft, name } as OrganizationDraft
  const { id } = await database.transaction((db) => createOrganization(context(db), first))
  let organization = first
  let version = 1
  for (const turn of story.turns) {
    const next = { ...organization, ...turn.values }
    const done = await database
      .transaction((db) => take(context(db), id, turn, { version, organization: next }))
      .catch(() => null)
    if (!done) continue
    version = done.version
    if (turn.kind === 'change' || turn.kind === 'correct') organization = next
  }
  return id
}

function take(
  ctx: Context,
  id: string,
  { kind, on }: Story['turns'][number],
  edit: { version: number; organization: OrganizationDraft },
) {
  if (kind === 'change')
    return editOrganization(ctx, id, { ...edit, effect: { kind, from: on, reason: '补记' } })
  if (kind === 'correct')
    return editOrganization(ctx, id, { ...edit, effect: { kind: 'correction', reason: '录入错误' } })
  return moveOrganization(ctx, id, kind, { on, reason: '测试' })
}

/** Every period in force, as it stands in its row: a fact that lasts. */
export async function factsIn(database: Database): Promise<Fact[]> {
  const rows = await database.rows<{
    organization: string
    area: string
    from: Day
    until: Day | null
    attributes: Record<string, Value>
  }>(sql`
    select organization, area::text as area, starts_on as from, ends_on as until, json_build_object(
      'category', category, 'members', members, 'hub', hub, 'charter', charter, 'status', status, 'tier', tier
      ) as attributes
    from organization_period where superseded_at is null order by organization, starts_on`)
  return rows.map((row) => ({ ...row, measure: 'organizations', quantity: 1 }))
}

/** One fact an organization: from its first day, as it was last up to `day`. What a count of beginnings counts. */
export function whole(facts: readonly Fact[], day: Day): Fact[] {
  const last = new Map<string, Fact>()
  const first = new Map<string, Day>()
  for (const fact of facts) {
    const id = fact.organization ?? ''
    first.set(id, (first.get(id) ?? fact.from) < fact.from ? (first.get(id) as Day) : fact.from)
    if (fact.from <= day && (last.get(id)?.from ?? '') <= fact.from) last.set(id, fact)
  }
  return [...last].map(([id, fact]) => ({ ...fact, from: first.get(id) as Day }))
}

/** A random world to plant: areas, organizations with their stories, targets, and days to ask about. */
export type Planted = {
  areas: AreaUnit[]
  targets: Record<string, unknown>[]
  stories: Story[]
  days: Day[]
}

const asked = fc
  .nat(daysBetween('2021-02-01' as Day, worldToday))
  .map((days) => addDays('2021-02-01' as Day, days))

/** Only measures that the register knows are counted. */
const isCollected = (target: object): boolean => !/trainings|pilots|households/.test(JSON.stringify(target))

export const plantedWorlds: fc.Arbitrary<Planted> = areasOf.chain((areas) =>
  fc.record({
    areas: fc.constant(areas),
    targets: fc.array(targetOf(areas).filter(isCollected), { minLength: 4, maxLength: 7 }),
    stories: fc.array(storyOf(areas), { minLength: 4, maxLength: 14 }),
    days: fc.array(asked, { minLength: 1, maxLength: 2 }),
  }),
)

/** Plants a world and tells its stories; returns the programme. `version` must grow. */
export async function grow(
  database: Database,
  world: Planted,
  officer: string,
  version: number,
): Promise<string> {
  await plant(database, world.areas, officer)
  for (const [at, story] of world.stories.entries()) await tell(database, story, `第${at}号`)
  return proclaim(database, world.targets, version)
}
