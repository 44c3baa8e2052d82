// What the desks do: opinion, acceptance, return, review, and the decision, alone or for many at once.
import { type Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import type { Application, Desk, Step } from '../filing.ts'
import type { DecisionResult, Handling, ManyDecided } from '../filing-api.ts'
import { whyNotDesk, whyNotStep } from '../lifecycle.ts'
import { decide } from './decide.ts'
import { type ApplicationRow, lockAllowed, lockApplications, reachOf } from './filing-store.ts'
import { shownApplication } from './filing-view.ts'
import { move } from './moves.ts'

export type OfficialDesk = Extract<Desk, 'community' | 'township' | 'county'>

const actions = {
  community: 'filing.handleInCommunity',
  township: 'filing.handleInTownship',
  county: 'filing.handleInCounty',
} as const satisfies Record<OfficialDesk, string>

/** One step at one desk. Two at once: the second finds it moved (409). */
export async function handle(
  ctx: Context,
  desk: OfficialDesk,
  id: string,
  handling: Handling,
): Promise<Application> {
  const row = await lockAllowed(ctx, actions[desk], id)
  refuseIf(whyNotHandle(handling.step, row, desk))
  const words = handling.words ?? null
  if (handling.step === 'approve' || handling.step === 'refuse') {
    const tier = handling.step === 'approve' ? handling.tier : undefined
    const [outcome] = await decide(ctx, [row], { step: handling.step, words, tier })
    refuseIf(outcome?.problem ?? null)
  } else {
    const supports = 'supports' in handling ? handling.supports : null
    await move(ctx, [{ row, step: handling.step, words, supports }])
  }
  return shownApplication(ctx, id)
}

const whyNotHandle = (step: Step, row: ApplicationRow, desk: OfficialDesk): Problem | null =>
  whyNotStep(step, row) ?? whyNotDesk(step, row.desk, [desk])

/** The same decision for many: a row that cannot take it is named with the reason, the others are decided. */
export async function handleMany(
  ctx: Context,
  desk: OfficialDesk,
  { ids, step, words }: ManyDecided,
): Promise<{ results: DecisionResult[] }> {
  const reach = new Map((await reachOf(ctx, actions[desk], ids)).map(({ id, allowed }) => [id, allowed]))
  const rows = await lockApplications(
    ctx.db,
    ids.filter((id) => reach.get(id)),
  )
  const ready = rows.filter((row) => whyNotHandle(step, row, desk) === null)
  const outcomes = await decide(ctx, ready, { step, words, tier: undefined })
  const decided = new Map(outcomes.map((outcome) => [outcome.id, outcome]))
  const known = new Map(rows.map((row) => [row.id, row]))
  const results = [...new Set(ids)].map((id) => {
    const row = known.get(id)
    if (!row) return { id, name: '', ok: false, message: unreached(reach.get(id)), organization: null }
    const problem = whyNotHandle(step, row, desk) ?? decided.get(id)?.problem ?? null
    const message = problem?.message ?? (step === 'approve' ? '已同意' : '已决定不同意')
    const organization = decided.get(id)?.organization ?? null
    return { id, name: row.name, ok: problem === null, message, organization }
  })
  return { results }
}

const unreached = (allowed: boolean | undefined): string =>
  allowed === undefined ? '没有找到，或不在您的管理范围内' : '您的岗位不能办理这一件'
