// What can be done about hubs: mark one, tie organizations to it, propose, decide, change services, end.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { recordAll } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { bareText } from '../../areas/fold-text.ts'
import { changeFacts, lockOrganizations, organizationSubject } from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { HubView, Marking, Partner, TieDraft } from '../hub.ts'
import {
  alreadyProposed,
  alreadyTied,
  type Side,
  type TieStep,
  tieSteps,
  whyNotMark,
  whyNotServices,
  whyNotStep,
  whyNotTie,
  whyNotWithin,
} from '../hub-rules.ts'
import {
  areaOf,
  choicesFor,
  endServices,
  hubView,
  insertTie,
  lockSides,
  lockTie,
  moveTies,
  namedNear,
  openTies,
  type Pair,
  setServices,
  type TieRow,
  tiedSince,
  tieSubject,
} from './tie-store.ts'

/** What hubs have to do with an organization that the person may see. */
export async function showHubs(ctx: Context, id: string): Promise<HubView> {
  await authorize(ctx, 'hub.see', organizationSubject(id))
  return viewOf(ctx, id)
}

export async function hubChoices(ctx: Context, served: string): Promise<Partner[]> {
  await authorize(ctx, 'hub.tie', organizationSubject(served))
  return choicesFor(ctx.db, served)
}

/** A hub serves an organization from a day on. */
export async function tie(ctx: Context, served: string, draft: TieDraft & { hub: string }): Promise<HubView> {
  await authorize(ctx, 'hub.tie', organizationSubject(served))
  await refuseStrange(ctx, served, draft.hub)
  await openTie(ctx, { hub: draft.hub, served }, draft, 'active')
  return viewOf(ctx, served)
}

/** A hub's leader proposes to serve an organization, which is named in full: the register is not theirs to browse. */
export async function propose(
  ctx: Context,
  hub: string,
  draft: TieDraft & { served: string },
): Promise<HubView> {
  await authorize(ctx, 'hub.propose', organizationSubject(hub))
  const found = await namedNear(ctx.db, hub, bareText(draft.served))
  const [served] = found
  if (!served || found.length > 1) throw notFoundByName(draft.served, found.length)
  await openTie(ctx, { hub, served: served.id }, draft, 'proposed')
  return viewOf(ctx, hub)
}

/** Only a hub that stands in the same township, or above it, may be named. */
async function refuseStrange(ctx: Context, served: string, hub: string): Promise<void> {
  if (hub === served || (await choicesFor(ctx.db, served)).some(({ id }) => id === hub)) return
  await authorize(ctx, 'hub.see', organizationSubject(hub))
}

async function openTie(
  ctx: Context,
  pair: { hub: string; served: string },
  { from, services }: TieDraft,
  status: 'active' | 'proposed',
): Promise<void> {
  const { hub, served } = await bothSides(ctx, pair)
  const rules = await rulesFor(ctx.db, (await areaOf(ctx.db, served.id)) ?? '')
  refuseIf(whyNotTie(hub, served, { from, services, offered: rules['hubs.services'], today: ctx.today }))
  if (await tiedSince(ctx.db, hub.id, served.id, from)) throw alreadyTied
  const due = status === 'proposed' ? dueOn(ctx.today, rules['hubs.confirmWithin']) : null
  const id = ctx.newId()
  await insertTie(ctx, { id, ...pair, status, from, dueOn: due }).catch(explainTie)
  await setServices(ctx, id, services, from)
  const names = { ...pair, hubName: hub.name, servedName: served.name }
  const words = services.map((service) => rules['hubs.services'][service] ?? service)
  await told(ctx, status === 'active' ? 'hub.tie' : 'hub.propose', names, { on: from, services: words })
}

async function bothSides(
  ctx: Context,
  pair: { hub: string; served: string },
): Promise<{ hub: Side; served: Side }> {
  const { hub, served } = await lockSides(ctx.db, pair)
  if (!hub || !served) throw notFound('组织')
  return { hub, served }
}

/** Confirms or declines what a hub has proposed. */
export async function decide(
  ctx: Context,
  id: string,
  decision: { decision: 'confirm' } | { decision: 'decline'; reason: string },
): Promise<HubView> {
  await authorize(ctx, 'hub.tie', tieSubject(id, 'served'))
  const row = await step(ctx, id, decision.decision)
  if (decision.decision === 'confirm') {
    const { hub, served } = await bothSides(ctx, row)
    const rules = await rulesFor(ctx.db, row.area)
    refuseIf(
      whyNotTie(hub, served, {
        from: row.startsOn,
        services: [],
        offered: rules['hubs.services'],
        today: ctx.today,
      }),
    )
  }
  const reason = decision.decision === 'decline' ? decision.reason : null
  await told(ctx, `hub.${decision.decision}`, row, { on: row.startsOn, reason })
  return viewOf(ctx, row.served)
}

export async function withdraw(ctx: Context, id: string): Promise<HubView> {
  await authorize(ctx, 'hub.propose', tieSubject(id, 'hub'))
  const row = await step(ctx, id, 'withdraw')
  await told(ctx, 'hub.withdraw', row, {})
  return viewOf(ctx, row.hub)
}

export async function changeServices(
  ctx: Context,
  id: string,
  { services, from }: TieDraft,
): Promise<HubView> {
  await authorize(ctx, 'hub.tie', tieSubject(id, 'served'))
  const row = await oneTie(ctx, id)
  const offered = (await rulesFor(ctx.db, row.area))['hubs.services']
  refuseIf(whyNotStep('end', row.status) ?? whyNotWithin(from, row.startsOn, ctx.today))
  refuseIf(whyNotServices(services, offered))
  await setServices(ctx, id, services, from)
  const words = services.map((service) => offered[service] ?? service)
  await told(ctx, 'hub.changeServices', row, { on: from, services: words })
  return viewOf(ctx, row.served)
}

export async function endTie(
  ctx: Context,
  id: string,
  { on, reason }: { on: Day; reason: string },
): Promise<HubView> {
  await authorize(ctx, 'hub.tie', tieSubject(id, 'served'))
  const row = await step(ctx, id, 'end', on)
  await endServices(ctx.db, [id], on)
  await told(ctx, 'hub.end', row, { on, reason })
  return viewOf(ctx, row.served)
}

/** Moves a tie one step; of two at once exactly one succeeds. */
async function step(ctx: Context, id: string, name: TieStep, endsOn: Day | null = null): Promise<TieRow> {
  const row = await oneTie(ctx, id)
  refuseIf(whyNotStep(name, row.status) ?? (endsOn ? whyNotWithin(endsOn, row.startsOn, ctx.today) : null))
  const moved = await moveTies(ctx.db, [id], tieSteps[name], endsOn).catch(explainTie)
  if (moved !== 1) throw whyNotStep(name, tieSteps[name].to)
  return row
}

/** Marks an organization as a hub from a day on, or no more as one: then whom it served it serves no more. */
export async function mark(ctx: Context, id: string, marking: Marking): Promise<HubView> {
  await authorize(ctx, 'hub.mark', organizationSubject(id))
  const [row] = await lockOrganizations(ctx.db, [id])
  if (!row) throw notFound('组织')
  const side = { id, name: String(row.name), hub: row.hub === true, status: row.status }
  refuseIf(whyNotMark(side, marking, ctx.today))
  if (!marking.hub) await endTiesOf(ctx, id, marking.from, 'hub')
  await changeFacts(
    ctx,
    id,
    { hub: marking.hub },
    { action: 'organization.change', on: marking.from, reason: marking.reason },
  )
  return viewOf(ctx, id)
}

/**
 * Ends all that hubs have to do with an organization from a day on, as hub and as the one served, and withdraws what is
 * proposed: for the module that ends organizations, which has authorized it.
 */
export const endHubTies = (ctx: Context, organization: string, on: Day): Promise<void> =>
  endTiesOf(ctx, organization, on, 'either')

async function endTiesOf(ctx: Context, organization: string, on: Day, as: 'hub' | 'either'): Promise<void> {
  const ties = await openTies(ctx.db, organization, as)
  const ids = (status: 'active' | 'proposed') =>
    ties.filter((one) => one.status === status).map(({ id }) => id)
  await moveTies(ctx.db, ids('active'), tieSteps.end, on)
  await endServices(ctx.db, ids('active'), on)
  await moveTies(ctx.db, ids('proposed'), tieSteps.withdraw)
  await recordAll(
    ctx,
    ties.flatMap((pair) => happeningsOf(pair.status === 'active' ? 'hub.end' : 'hub.withdraw', pair, { on })),
  )
}

type Said = { on?: Day; reason?: string | null; services?: readonly string[] }

/** Told in the timelines of both. */
const told = (ctx: Context, action: string, pair: Pair, said: Said): Promise<void> =>
  recordAll(ctx, happeningsOf(action, pair, said))

const happeningsOf = (action: string, pair: Pair, { on, reason, services }: Said) =>
  (['hub', 'served'] as const).map((side) => ({
    ...{ action, subjectKind: 'organization', subject: pair[side] },
    ...{ effectiveOn: on ?? null, reason: reason ?? null },
    changes: [
      { field: 'partner', from: null, to: side === 'hub' ? pair.servedName : pair.hubName },
      ...(services ? [{ field: 'services', from: null, to: services.join('、') }] : []),
    ],
  }))

async function oneTie(ctx: Context, id: string): Promise<TieRow> {
  const row = await lockTie(ctx.db, id)
  if (!row) throw notFound('联系服务')
  return row
}

async function viewOf(ctx: Context, id: string): Promise<HubView> {
  const view = await hubView(ctx, id)
  const rules = await rulesFor(ctx.db, (await areaOf(ctx.db, id)) ?? '')
  return { ...view, offered: rules['hubs.services'] }
}

function explainTie(error: unknown): never {
  const broken = brokenConstraint(error)
  if (broken === 'hub_tie_once_at_a_time') throw alreadyTied
  if (broken === 'hub_tie_one_proposal') throw alreadyProposed
  throw error
}

const notFoundByName = (name: string, count: number): Problem =>
  new Problem(422, {
    code: count === 0 ? 'hub.noSuchName' : 'hub.severalOfThatName',
    message: count === 0 ? `本地名录里没有叫“${name}”的组织。` : `有不止一个组织叫“${name}”。`,
    mend: count === 0 ? '请照证书或名录上的全名填写。' : '请联系社区或街镇，由他们直接添加。',
    faults: [{ at: 'served', message: count === 0 ? '没有这个名称' : '有几个同名的组织' }],
  })
