// Calls of every endpoint of support, for the access matrix, and the platforms and incubations that they are about.
import { OrganizationDraft } from '../../../src/modules/organizations/organization.ts'
import { enterOrganization } from '../../../src/modules/organizations/server/index.ts'
import type { supportApi } from '../../../src/modules/support/support-api.ts'
import { type Database, type Db, sql } from '../../../src/platform/db.ts'
import { worldContext, worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'
import { textOf } from './telling.ts'

const inArea = { lies: (at: Place) => at.area }
const ofPlatform = { kind: 'thing', see: 'support.see', reach: 'along', ...inArea } as const
const toKeep = { kind: 'thing', see: 'support.see', ...inArea } as const
const ofOrganization = { kind: 'thing', see: 'organization.see', kept: true, ...inArea } as const
const ofIncubation = { kind: 'thing', see: 'incubation.see', kept: true, ...inArea } as const
const list = { kind: 'list', ...inArea } as const
const byPlatform = (at: Place) => ({ params: { id: at.platform } })
const byStay = (at: Place) => ({ params: { id: at.incubationEntered } })
const byApplication = (at: Place) => ({ params: { id: at.incubationApplied } })
const inUnit = (at: Place) => ({ query: { area: at.area, by: 'community' as const } })
const unpaid = (at: Place) => ({ query: { area: at.area } })
const reason = { reason: '试' }
const draft = (at: Place) => ({
  ...{ name: `${at.mark}新站`, kind: 'socialWorkStation' as const, area: at.area, openedOn: worldToday },
})
const named = (at: Place) => `${at.mark}孵化基地`

export const supportSamples: SamplesOf<typeof supportApi> = {
  platforms: {
    ...{ ...list, reach: 'along', given: (at) => ({ query: { area: at.area } }) },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.platform),
  },
  platform: { ...ofPlatform, given: byPlatform },
  choices: { kind: 'own', answers: 200 },
  create: { ...toKeep, see: 'area.see', given: (at) => ({ body: draft(at) }) },
  edit: { ...toKeep, given: (at) => ({ ...byPlatform(at), body: { version: 1, platform: draft(at) } }) },
  close: {
    ...toKeep,
    given: (at) => ({ params: { id: at.platformEmpty }, body: { on: worldToday, ...reason } }),
  },
  reopen: { ...toKeep, given: (at) => ({ params: { id: at.platformClosed } }) },
  coverage: {
    ...{ ...list, given: inUnit },
    found: ({ body }, at) => body.items.some(({ code }) => code === at.area),
  },
  sums: { ...{ ...list, given: inUnit }, found: ({ body }) => body.units === 1 },
  coverageExport: { ...{ ...list, given: inUnit }, found: ({ raw }, at) => textOf(raw).includes(named(at)) },
  incubations: {
    ...{ ...list, kept: true, given: (at) => ({ query: { area: at.area } }) },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.incubationEntered),
  },
  incubation: { ...ofIncubation, given: byStay },
  ofOrganization: { ...ofOrganization, given: (at) => ({ params: { id: at.organization } }) },
  incubators: { ...ofOrganization, given: (at) => ({ params: { id: at.organization } }) },
  apply: {
    ...ofOrganization,
    given: (at) => ({ params: { id: at.organization }, body: { platform: at.platform, need: '场地' } }),
  },
  decide: { ...ofIncubation, given: (at) => ({ ...byApplication(at), body: { decision: 'accept' } }) },
  withdraw: { ...ofIncubation, given: (at) => ({ ...byApplication(at), body: reason }) },
  enter: {
    ...ofIncubation,
    given: (at) => ({ params: { id: at.incubationAccepted }, body: { on: worldToday } }),
  },
  begin: {
    ...ofIncubation,
    given: (at) => ({ ...byStay(at), body: { stage: 'growing', goal: '试', from: worldToday } }),
  },
  extend: { ...ofIncubation, given: (at) => ({ ...byStay(at), body: { until: '2030-01-01', ...reason } }) },
  exit: {
    ...ofIncubation,
    given: (at) => ({ ...byStay(at), body: { on: worldToday, result: 'graduated', conclusion: '试' } }),
  },
  grant: {
    ...ofIncubation,
    given: (at) => ({ ...byStay(at), body: { amount: 100, basis: '试', decidedOn: worldToday } }),
  },
  revoke: { ...ofIncubation, given: (at) => ({ params: { id: at.subsidy }, body: reason }) },
  payments: {
    ...{ ...list, given: unpaid },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.subsidy),
  },
  paymentExport: { ...{ ...list, given: unpaid }, found: ({ raw }, at) => textOf(raw).includes(named(at)) },
  pay: {
    ...{ kind: 'thing', see: 'incubation.pay', ...inArea },
    given: (at) => ({ body: { ids: [at.subsidy], on: worldToday } }),
  },
}

/** An incubator with an organization in it, one that asked and one that was accepted; platforms without anybody. */
export type PlaceSupport = {
  platform: string
  platformEmpty: string
  platformClosed: string
  incubationApplied: string
  incubationAccepted: string
  incubationEntered: string
  subsidy: string
}

export const noSupport: PlaceSupport = {
  platform: '019893c1-0000-7000-8000-000000000301',
  platformEmpty: '019893c1-0000-7000-8000-000000000302',
  platformClosed: '019893c1-0000-7000-8000-000000000303',
  incubationApplied: '019893c1-0000-7000-8000-000000000304',
  incubationAccepted: '019893c1-0000-7000-8000-000000000305',
  incubationEntered: '019893c1-0000-7000-8000-000000000306',
  subsidy: '019893c1-0000-7000-8000-000000000307',
}

type Bare = Pick<Place, 'mark' | 'area' | 'keptBy' | 'organization'>

/** The place's organization asks for nothing: that is what others do with it. */
export const addSupport = (database: Database, at: Bare): Promise<PlaceSupport> =>
  database.transaction(async (db) => {
    const platform = await addPlatform(db, at, '孵化基地', null)
    const stay = async (name: string, status: string) =>
      addIncubation(db, await enter(db, at, name), platform, status)
    const incubationEntered = await stay('在孵队', 'entered')
    return {
      platform,
      platformEmpty: await addPlatform(db, at, '空平台', null),
      platformClosed: await addPlatform(db, at, '关平台', worldToday),
      incubationApplied: await stay('求孵队', 'applied'),
      incubationAccepted: await stay('待孵队', 'accepted'),
      incubationEntered,
      subsidy: await addSubsidy(db, incubationEntered),
    }
  })

/** One more organization of the place, kept like its own. */
function enter(db: Db, { mark, area, keptBy }: Bare, name: string): Promise<string> {
  const draft = OrganizationDraft.parse({ name: mark + name, area, category: 'culture', tier: 'guided' })
  const act = { action: 'organization.create', on: worldToday, reason: null, keeper: keptBy }
  return enterOrganization(worldContext(db), draft, act)
}

async function addPlatform(db: Db, at: Bare, name: string, closedOn: string | null): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into support_platform (id, name, kind, area, province, city, county, township, community, operator, place,
      opened_on, closed_on)
    select gen_random_uuid(), ${at.mark + name}, 'incubator', a.code, a.province, a.city, a.county, a.township, a.community,
      ${at.organization}, ${`${at.mark}室`}, '2022-01-01', ${closedOn}
    from area a where a.code = ${at.area} returning id`)
  return id
}

async function addIncubation(
  db: Db,
  organization: string,
  platform: string,
  status: string,
): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into incubation (id, organization, support_platform, area, province, city, county, township, community, status,
      need, applied_on, due_on, entered_on, leave_by)
    select gen_random_uuid(), o.id, ${platform}, o.area, o.province, o.city, o.county, o.township, o.community, ${status},
      '场地', '2023-01-05', '2023-01-15', case when ${status} = 'entered' then '2023-02-01'::date end,
      case when ${status} = 'entered' then '2025-02-01'::date end
    from organization o where o.id = ${organization} returning id`)
  return id
}

async function addSubsidy(db: Db, incubation: string): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into incubation_subsidy (id, incubation, amount, basis, decided_on)
    values (gen_random_uuid(), ${incubation}, 500000, '孵化补贴办法', '2023-03-01') returning id`)
  return id
}
