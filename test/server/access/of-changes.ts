// Calls of every endpoint of changes, for the access matrix, and the requests, mergers and exits that they are made on.
import type { Day } from '../../../src/kernel/time.ts'
import type { changesApi } from '../../../src/modules/changes/changes-api.ts'
import {
  addEvidence,
  admonish,
  decideChange,
  decideExit,
  merge,
  openRemoval,
  requestChange,
  requestExit,
} from '../../../src/modules/changes/server/index.ts'
import { OrganizationDraft } from '../../../src/modules/organizations/organization.ts'
import { enterOrganization } from '../../../src/modules/organizations/server/index.ts'
import type { Context } from '../../../src/platform/context.ts'
import { type Database, sql } from '../../../src/platform/db.ts'
import { spotOf } from '../../reorganizing.ts'
import { worldContext, worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'

const inArea = { lies: (at: Place) => at.area }
const ofOrganization = { kind: 'thing', see: 'organization.see', kept: true, ...inArea } as const
const ofChange = { kind: 'thing', see: 'change.see', kept: true, ...inArea } as const
const byOrganization = (at: Place) => ({ params: { id: at.organization } })
const on = worldToday
const said = '试'

export const changesSamples: SamplesOf<typeof changesApi> = {
  list: {
    ...{ kind: 'list', kept: true, ...inArea, given: (at) => ({ query: { area: at.area, limit: 200 } }) },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.changeSubmitted),
  },
  standing: { ...ofOrganization, given: byOrganization },
  moveTargets: {
    ...ofOrganization,
    given: (at) => ({ ...byOrganization(at), query: { q: '社区' } }),
    shipped: true,
  },
  request: {
    ...ofOrganization,
    given: (at) => ({
      ...byOrganization(at),
      body: { change: { kind: 'details', asked: { scope: said }, from: on, reason: said } },
    }),
  },
  one: { ...ofChange, given: (at) => ({ params: { id: at.changeSubmitted } }) },
  resubmit: {
    ...ofChange,
    given: (at) => ({
      params: { id: at.changeReturned },
      body: { change: { kind: 'details', asked: { scope: '再试' }, from: on, reason: said } },
    }),
  },
  withdraw: { ...ofChange, given: (at) => ({ params: { id: at.changeSubmitted }, body: { reason: said } }) },
  decide: {
    ...ofChange,
    given: (at) => ({ params: { id: at.changeSubmitted }, body: { decision: 'refuse', said } }),
  },
  merge: {
    ...ofOrganization,
    given: (at) => ({
      ...byOrganization(at),
      body: {
        ...{ others: [at.changeOther], into: { existing: at.organization }, on, reason: said },
        ...{ members: 30, partyMembers: null },
      },
    }),
  },
  split: {
    ...ofOrganization,
    given: (at) => ({
      ...byOrganization(at),
      body: {
        ...{ into: ['一', '二'].map((name) => partOf(at, name)), on, reason: said, difference: said },
      },
    }),
  },
  annul: {
    ...ofOrganization,
    given: (at) => ({ params: { id: at.reorganization }, body: { reason: said } }),
  },
  judgeDormancy: {
    ...ofOrganization,
    given: (at) => ({ ...byOrganization(at), body: { result: 'active', reason: said } }),
  },
  admonish: {
    ...ofOrganization,
    given: (at) => ({ ...byOrganization(at), body: { kind: 'reminder', on, said } }),
  },
  settleAdmonition: {
    ...ofChange,
    given: (at) => ({ params: { id: at.admonition }, body: { on, said } }),
  },
  requestExit: {
    ...ofOrganization,
    given: (at) => ({ ...byOrganization(at), body: { cause: 'impossible', said, vote: null } }),
  },
  tickExitStep: {
    ...ofChange,
    given: (at) => ({ params: { id: at.exitLiquidating, step: 'members' }, body: { on, evidence: said } }),
  },
  addEvidence: {
    ...ofChange,
    given: (at) => ({ params: { id: at.exitLiquidating, step: 'members' } }),
    file: () => ({ name: '签收单.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%试\n%%EOF\n') }),
  },
  dropEvidence: { ...ofChange, given: (at) => ({ params: { id: at.exitLiquidating, file: at.exitFile } }) },
  evidence: { ...ofChange, given: (at) => ({ params: { id: at.exitLiquidating, file: at.exitFile } }) },
  withdrawExit: {
    ...ofChange,
    given: (at) => ({ params: { id: at.exitRequested }, body: { reason: said } }),
  },
  answerExit: { ...ofChange, given: (at) => ({ params: { id: at.exitNoticed }, body: { said } }) },
  decideExit: {
    ...ofChange,
    given: (at) => ({ params: { id: at.exitRequested }, body: { decision: 'accept', said: null } }),
  },
  openRemoval: {
    ...ofOrganization,
    given: (at) => ({ ...byOrganization(at), body: { cause: 'lost', said, noticedOn: on } }),
  },
  decideRemoval: {
    ...ofChange,
    given: (at) => ({ params: { id: at.exitNoticed }, body: { decision: 'drop', said } }),
  },
}

const partOf = ({ mark, area, home }: Place, name: string) => ({
  ...{
    name: `${home}${mark}${name}队`,
    area,
    category: 'culture' as const,
    tier: 'filed' as const,
    members: 6,
  },
})

/** What a place has of each; all of guided groups, whose changes the community decides. */
export type PlaceChanges = Record<
  | 'changeSubmitted'
  | 'changeReturned'
  | 'changeOther'
  | 'reorganization'
  | 'exitRequested'
  | 'exitLiquidating'
  | 'exitNoticed'
  | 'exitFile'
  | 'admonition'
  /** How its community is called. */
  | 'home',
  string
>

export const noChanges: PlaceChanges = {
  changeSubmitted: '019893c1-0000-7000-8000-0000000000b1',
  changeReturned: '019893c1-0000-7000-8000-0000000000b2',
  changeOther: '019893c1-0000-7000-8000-0000000000b3',
  reorganization: '019893c1-0000-7000-8000-0000000000b4',
  exitRequested: '019893c1-0000-7000-8000-0000000000b5',
  exitLiquidating: '019893c1-0000-7000-8000-0000000000b6',
  exitNoticed: '019893c1-0000-7000-8000-0000000000b7',
  admonition: '019893c1-0000-7000-8000-0000000000b8',
  exitFile: '019893c1-0000-7000-8000-0000000000b9',
  home: '无名社区',
}

type Spot = { mark: string; area: string; keptBy: string }

export const addChanges = (database: Database, spot: Spot): Promise<PlaceChanges> =>
  database.transaction(async (db) => {
    const ctx = worldContext(db)
    const group = (name: string) => addGroup(ctx, spot, name)
    const changeReturned = await ask(ctx, await group('退回队'))
    await decideChange(ctx, changeReturned, { decision: 'return', said: `${spot.mark}言` })
    const exitLiquidating = await askToLeave(ctx, await group('清算队'))
    await decideExit(ctx, exitLiquidating, { decision: 'accept', said: null, on: null })
    const changeOther = await group('提醒队')
    return {
      changeReturned,
      exitLiquidating,
      changeOther,
      exitFile: await handIn(ctx, exitLiquidating, spot.mark),
      home: (await spotOf(db, spot.area)).called,
      changeSubmitted: await ask(ctx, await group('申请队')),
      exitRequested: await askToLeave(ctx, await group('注销队')),
      exitNoticed: await notice(ctx, await group('清退队')),
      admonition: (await admonish(ctx, changeOther, { kind: 'reminder', on, said, dueOn: null })).id,
      reorganization: await join(ctx, await group('甲队'), await group('乙队')),
    }
  })

async function addGroup({ ...ctx }: Context, { mark, area, keptBy }: Spot, name: string): Promise<string> {
  const draft = { name: mark + name, area, category: 'culture', tier: 'guided', foundedOn: '2022-03-01' }
  const act = { action: 'organization.create', on: '2022-03-01' as Day, reason: null, keeper: null }
  const id = await enterOrganization(ctx, OrganizationDraft.parse(draft), act)
  await ctx.db.run(sql`update organization set keeper = ${keptBy} where id = ${id}`)
  return id
}

const ask = async (ctx: Context, id: string): Promise<string> =>
  (
    await requestChange(ctx, id, {
      change: { kind: 'details', asked: { scope: said }, from: on, reason: said },
      directly: false,
    })
  ).id

const askToLeave = async (ctx: Context, id: string): Promise<string> =>
  (await requestExit(ctx, id, { cause: 'impossible', said, vote: null })).id

async function handIn(ctx: Context, exit: string, mark: string): Promise<string> {
  const bytes = Buffer.from(`%PDF-1.4\n%${mark}单\n%%EOF\n`)
  const { steps } = await addEvidence(ctx, exit, 'members', { fileName: `${mark}签收单.pdf`, bytes })
  return steps.flatMap(({ files }) => files)[0]?.id ?? ''
}

const notice = async (ctx: Context, id: string): Promise<string> =>
  (await openRemoval(ctx, id, { cause: 'lost', said, noticedOn: '2023-08-01' as Day })).id

const join = async (ctx: Context, id: string, other: string): Promise<string> =>
  (
    await merge(ctx, id, {
      ...{ others: [other], into: { existing: id }, on, reason: said },
      ...{ members: null, partyMembers: null, difference: null },
    })
  ).id
