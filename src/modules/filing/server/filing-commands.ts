// What an applicant does: begin, fill in, send, correct, withdraw; and what anybody says in the thread.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import type { Tier } from '../../organizations/choices.ts'
import { unmask } from '../../organizations/masking.ts'
import {
  lockOrganizations,
  type OrganizationRow,
  organizationSubject,
} from '../../organizations/server/index.ts'
import { isLeaderAt } from '../../people/server/index.ts'
import { type Application, ApplicationFacts } from '../filing.ts'
import { isFillable, isOpen, statusWords } from '../offers.ts'
import { explainOnce } from './filing-refusals.ts'
import { type ApplicationRow, insertApplication, lockAllowed, touch, updateFilled } from './filing-store.ts'
import { shownApplication } from './filing-view.ts'
import { move } from './moves.ts'
import { insertSteps } from './moves-store.ts'
import { whyNotSend } from './submission.ts'

type Beginning = { key: string; area: string; tier: Tier; organization?: string | undefined }

/** A worker with a desk of their own fills in for others; whoever only leads fills in their own. */
const fillsInForOthers = ({ who }: Context): boolean =>
  who.postings.some(({ role }) => role === 'communityWorker' || role === 'townshipOfficer')

export async function beginApplication(ctx: Context, given: Beginning): Promise<Application> {
  const rising = given.organization ? await risingOrganization(ctx, given.organization) : null
  if (!rising) await authorize(ctx, 'filing.create', areaSubject(given.area))
  const onBehalf = fillsInForOthers(ctx)
  const facts = rising ? factsOf(rising) : ApplicationFacts.parse({})
  const id = await insertApplication(ctx, {
    ...{ id: ctx.newId(), key: given.key, tier: given.tier, facts, name: facts.name, onBehalf },
    ...{ kind: rising ? 'upgrade' : 'establish', organization: rising?.id ?? null },
    ...{ area: rising?.area ?? given.area, keeper: onBehalf ? null : ctx.who.id, office: 'township' },
    demo: rising?.demo ?? false,
  } as const).catch(explainOnce)
  await told(ctx, 'filing.create', { id, area: rising?.area ?? given.area })
  return shownApplication(ctx, id)
}

/** An organization that its leader, or an officer for its leader, wants to raise. */
async function risingOrganization(ctx: Context, id: string): Promise<OrganizationRow> {
  await authorize(ctx, 'filing.edit', organizationSubject(id))
  const [row] = await lockOrganizations(ctx.db, [id])
  if (!row) throw notFound('组织')
  refuseIf(whyNotRising(row))
  return row
}

function whyNotRising({ name, status, tier }: OrganizationRow): Problem | null {
  if (status !== 'ended' && tier !== 'registered') return null
  return new Problem(422, {
    code: 'filing.cannotRise',
    message: `“${String(name)}”${status === 'ended' ? '已退出名录' : '已经登记'}，不能再升级。`,
    mend: '变更名称、负责人、场所，请在它的页面上办理变更。',
  })
}

/** Everything that the register knows of it: nothing is asked twice. */
const factsOf = (row: OrganizationRow): ApplicationFacts => {
  const known = Object.keys(ApplicationFacts.shape).filter((field) => field in row)
  return ApplicationFacts.parse(
    Object.fromEntries(known.map((field) => [field, row[field as keyof OrganizationRow]])),
  )
}

export type Filling = {
  version: number
  tier?: Tier | undefined
  keeper?: string | null | undefined
  facts: ApplicationFacts
}

export async function saveApplication(ctx: Context, id: string, filling: Filling): Promise<Application> {
  const before = await fillable(ctx, id)
  refuseIf(whyNotSameVersion(before.version, filling.version))
  const tier = filling.tier ?? before.tier
  if (tier !== before.tier) refuseIf(whyNotOtherTier(before))
  const keeper = before.onBehalf && filling.keeper !== undefined ? filling.keeper : before.keeper
  if (keeper !== before.keeper && keeper !== null) await refuseStranger(ctx, before, keeper)
  const facts = { ...filling.facts, phone: unmask(filling.facts.phone, before.facts.phone) }
  await updateFilled(ctx, { id, tier, keeper, name: facts.name, facts }).catch(explainOnce)
  await told(ctx, 'filing.save', before)
  return shownApplication(ctx, id)
}

/** The application, locked, when the person may fill it in and it is with the applicant. */
export async function fillable(ctx: Context, id: string): Promise<ApplicationRow> {
  const row = await lockAllowed(ctx, 'filing.edit', id)
  refuseIf(whyNotFillable(row))
  return row
}

function whyNotFillable({ status }: ApplicationRow): Problem | null {
  if (isFillable(status)) return null
  return new Problem(409, {
    code: 'filing.notFillable',
    message: `这件申请现在是“${statusWords(status)}”，不能再改。`,
    mend: isOpen(status) ? '要改内容，请在留言里请办理人退回补正。' : '如有需要，请重新申请。',
  })
}

const whyNotSameVersion = (now: number, then: number): Problem | null =>
  now === then
    ? null
    : new Problem(409, {
        code: 'filing.changedMeanwhile',
        message: '这件申请在别处刚改过，您看到的是旧的内容。',
        mend: '请重新打开这一页核对；您刚填的内容还在这台设备上。',
      })

/** The path of one that has been sent is settled. */
const whyNotOtherTier = ({ status }: ApplicationRow): Problem | null =>
  status === 'draft'
    ? null
    : new Problem(422, {
        code: 'filing.tierSettled',
        message: '已经提交过的申请不能改申请哪一级。',
        mend: '请撤回以后重新申请，或请办理人按另一级决定。',
      })

async function refuseStranger(ctx: Context, { area }: ApplicationRow, keeper: string): Promise<void> {
  if (await isLeaderAt(ctx.db, keeper, area)) return
  throw new Problem(422, {
    code: 'filing.noLeader',
    message: '这个账号不是这里的组织负责人。',
    mend: '请先为负责人开一个账号，再选他。',
    faults: [{ at: 'keeper', message: '不是这里的组织负责人' }],
  })
}

/** Sends a new application, or one that comes back corrected. */
export async function submitApplication(ctx: Context, id: string): Promise<Application> {
  const row = await lockAllowed(ctx, 'filing.edit', id)
  const step = row.status === 'correcting' ? 'resubmit' : 'submit'
  const sending = await whyNotSend(ctx, row, step)
  await move(ctx, [{ row: sending.row, step, words: null, supports: null }]).catch(explainOnce)
  return shownApplication(ctx, id)
}

export async function withdrawApplication(ctx: Context, id: string, words: string): Promise<Application> {
  const row = await lockAllowed(ctx, 'filing.edit', id)
  await move(ctx, [{ row, step: 'withdraw', words, supports: null }])
  return shownApplication(ctx, id)
}

/** Says something in the thread, or reminds the desk on which it lies. */
export async function sayInThread(
  ctx: Context,
  id: string,
  step: 'say' | 'urge',
  words: string,
): Promise<Application> {
  const row = await lockAllowed(ctx, `filing.${step}`, id)
  if (step === 'urge') refuseIf(whyNotUrge(row))
  await insertSteps(ctx, [{ application: id, step, supports: null, words }])
  await told(ctx, `filing.${step}`, row)
  return shownApplication(ctx, id)
}

function whyNotUrge({ status }: ApplicationRow): Problem | null {
  if (isOpen(status) && status !== 'draft') return null
  return new Problem(409, {
    code: 'filing.nothingToUrge',
    message: `这件申请现在是“${statusWords(status)}”，没有要催办的。`,
    mend: '请看它的经过。',
  })
}

/** Something besides the answers was written: papers or roster. */
export async function written(ctx: Context, row: ApplicationRow, action: string): Promise<Application> {
  await touch(ctx, row.id)
  await told(ctx, action, row)
  return shownApplication(ctx, row.id)
}

export const told = (
  ctx: Context,
  action: string,
  { id, area }: { id: string; area: string },
): Promise<void> => record(ctx, { action, subjectKind: 'application', subject: id, area })
