// Decisions: the applications that can be decided are, and those approved reach the register in the same transaction.
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { whyNotIssuer } from '../../certificates/certificate-rules.ts'
import { endCertificateOf, issueMany } from '../../certificates/server/index.ts'
import type { Tier } from '../../organizations/choices.ts'
import { enrolMany, insertStanding, namesakesAmong, raiseMany } from '../../organizations/server/index.ts'
import { takeOverRosters } from '../../party/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { approvedFacts, newOrganization, whyNotRegister, whyNotTier } from '../decision-rules.ts'
import type { ApplicationRow } from './filing-store.ts'
import { move } from './moves.ts'
import { withMaterial } from './roster-store.ts'
import { standingOf } from './tier-proposal.ts'

export type Verdict = { step: 'approve' | 'refuse'; words: string | null; tier: Tier | undefined }
export type Outcome = { id: string; problem: Problem | null; organization: string | null }

/**
 * Decides rows that are locked and lie with the decider. One that the register cannot take keeps its place, and its
 * outcome says why. `tier` absent: the one that was asked for.
 */
export async function decide(
  ctx: Context,
  rows: readonly ApplicationRow[],
  verdict: Verdict,
): Promise<Outcome[]> {
  if (verdict.step === 'refuse') return refuseAll(ctx, rows, verdict.words)
  const taken = new Map((await namesakesAmong(ctx.db, rows.map(wantedName))).map((row) => [row.id, row]))
  const seen = new Set<string>()
  const checked = rows.map((row) => {
    const tier = verdict.tier ?? row.tier
    const problem =
      whyNotTier(row.tier, tier, row.organizationTier) ??
      whyNotReason(row, tier, verdict.words) ??
      nameProblem(taken.get(nameId(row))?.areaName ?? twice(seen, row), row) ??
      registerProblem(whyNotRegister(approvedFacts(row.facts, tier, ctx.today), ctx.today))
    return { row, tier, problem }
  })
  const good = checked.filter(({ problem }) => problem === null)
  const approved = good.map(({ row, tier }) => ({ row, tier, organization: row.organization ?? ctx.newId() }))
  await register(ctx, approved, verdict.words ?? '')
  await certify(ctx, approved)
  await move(
    ctx,
    approved.map(({ row, tier, organization }) => ({
      ...{ row, step: 'approve' as const, words: verdict.words, supports: null },
      decided: { organization, tier },
    })),
  )
  const made = new Map(approved.map(({ row, organization }) => [row.id, organization]))
  return checked.map(({ row, problem }) => ({ id: row.id, problem, organization: made.get(row.id) ?? null }))
}

async function refuseAll(
  ctx: Context,
  rows: readonly ApplicationRow[],
  words: string | null,
): Promise<Outcome[]> {
  const decided = { organization: null, tier: null }
  await move(
    ctx,
    rows.map((row) => ({ row, step: 'refuse', words, supports: null, decided })),
  )
  return rows.map(({ id }) => ({ id, problem: null, organization: null }))
}

type Approved = { row: ApplicationRow; tier: Tier; organization: string }

/** New groups are enrolled, others rise, all from today: figures of days before stay. */
async function register(ctx: Context, approved: readonly Approved[], words: string): Promise<void> {
  const charters = await withMaterial(
    ctx.db,
    approved.map(({ row }) => row.id),
    'charter',
  )
  const on = ctx.today
  const founded = approved.filter(({ row }) => row.kind === 'establish')
  const enrolments = founded.map(({ row, tier, organization }) => ({
    ...{ id: organization, keeper: row.keeper, demo: row.demo, reason: words },
    draft: newOrganization(row.facts, { tier, on, area: row.area, charter: charters.has(row.id) }),
  }))
  const rises = approved
    .filter(({ row }) => row.kind === 'upgrade')
    .map(({ row, tier, organization }) => ({
      ...{ id: organization, keeper: row.keeper, reason: words },
      patch: { ...approvedFacts(row.facts, tier, on), ...(charters.has(row.id) && { charter: true }) },
    }))
  await enrolMany(ctx, enrolments, on)
  await raiseMany(ctx, rises, on)
  await takeOverRosters(
    ctx,
    approved.map(({ row, organization }) => ({ organization, application: row.id })),
    on,
  )
  for (const { row, organization } of approved) {
    const standing = standingOf(row.facts)
    if (Object.values(standing).some((fact) => fact !== null))
      await insertStanding(ctx, organization, standing)
  }
}

/**
 * A filed one gets its certificate at once, where whoever decides may issue it; elsewhere it waits in the queue of those
 * who may. One that is registered now holds a licence instead: its certificate ends.
 */
async function certify(ctx: Context, approved: readonly Approved[]): Promise<void> {
  const filed = approved.filter(({ tier }) => tier === 'filed')
  const roles = ctx.who.postings.map(({ role }) => role)
  const mayIssue = new Map<string, boolean>()
  for (const area of new Set(filed.map(({ row }) => row.area))) {
    const rules = await rulesFor(ctx.db, area)
    mayIssue.set(area, whyNotIssuer(rules['certificate.issuer'], roles) === null)
  }
  const ids = filed.filter(({ row }) => mayIssue.get(row.area)).map(({ organization }) => organization)
  if (ids.length > 0 && ctx.authority.may('certificate.issue')) await issueMany(ctx, ids, ctx.today)
  for (const { row, tier, organization } of approved)
    if (tier === 'registered' && row.organizationTier === 'filed')
      await endCertificateOf(ctx, organization, { on: ctx.today, reason: '已登记' })
}

const nameId = ({ id, organization }: ApplicationRow): string => organization ?? id
const wantedName = (row: ApplicationRow) => ({ id: nameId(row), area: row.area, name: row.name })

/** Two of one batch with the same name: the first has it. */
function twice(seen: Set<string>, { area, name }: ApplicationRow): string | undefined {
  const key = `${area} ${name}`
  if (seen.has(key)) return '同一批里'
  seen.add(key)
  return undefined
}

const nameProblem = (areaName: string | undefined, { name }: ApplicationRow): Problem | null =>
  areaName === undefined
    ? null
    : new Problem(422, {
        code: 'organization.nameTaken',
        message: `${areaName}已有“${name}”。`,
        mend: '请退回补正，请申请人在名称里写明区别；确是同一个组织的，不同意并说明。',
      })

/** The proposal is the tier that was asked for; another one is an officer's own judgement and says why. */
function whyNotReason({ tier }: ApplicationRow, decided: Tier, words: string | null): Problem | null {
  if (decided === tier || (words ?? '').trim() !== '') return null
  return new Problem(422, {
    code: 'filing.reasonMissing',
    message: '按另一级决定，要写明理由。',
    mend: '理由会给申请人看到。',
    faults: [{ at: 'words', message: '请写明理由' }],
  })
}

const registerProblem = (message: string | null): Problem | null =>
  message === null
    ? null
    : new Problem(422, {
        code: 'organization.inconsistent',
        message: `名录不能收：${message}。`,
        mend: '请退回补正，写明要改的地方。',
      })
