// What every change of a charter begins and ends with: may they, lock, move, tell.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type FieldChange, record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { whyNotStep } from '../charter.ts'
import {
  type CharterRow,
  charterById,
  charterSubject,
  type Move,
  moveCharter,
  type Owner,
  ownerOf,
} from './charter-store.ts'

/** Locks the organization, so that whatever is decided about its charters is decided one after the other. */
export async function open(
  ctx: Context,
  action: 'charter.draft' | 'charter.adopt',
  id: string,
): Promise<{ charter: CharterRow; owner: Owner }> {
  await authorize(ctx, action, charterSubject(id))
  const seen = await charterById(ctx.db, id)
  if (!seen) throw notFound('章程')
  const owner = await ownerOf(ctx, seen.organization, true)
  const charter = await charterById(ctx.db, id)
  if (!charter) throw notFound('章程')
  refuseIf(whyNotLiving(owner))
  return { charter, owner }
}

export async function move(ctx: Context, charter: CharterRow, step: Move): Promise<void> {
  refuseIf(whyNotStep(step.step, charter.status))
  if ((await moveCharter(ctx, charter.id, step)) !== 1) throw changedMeanwhile
}

/** Not by the account of the leader: written down for the leader. */
export const isOnBehalf = (ctx: Context, { keeper }: Owner): boolean =>
  keeper === null || ctx.who.id !== keeper

export const changedMeanwhile = new Problem(409, {
  code: 'charter.changedMeanwhile',
  message: '这份章程刚被别人改过或者办过了，您看到的是旧的内容。',
  mend: '请刷新页面，核对后再办；您填的内容还在本机草稿里。',
})

export const whyNotLiving = ({ name, status }: Owner): Problem | null =>
  status !== 'ended'
    ? null
    : new Problem(409, {
        code: 'charter.organizationEnded',
        message: `“${name}”已退出名录，章程不再变动。`,
        mend: '确需变动的，先在名录中恢复这个组织。',
      })

type Telling = { reason?: string | null; effectiveOn?: Day | null; changes?: FieldChange[] }

export const told = (
  ctx: Context,
  owner: Owner,
  id: string,
  action: string,
  telling: Telling = {},
): Promise<void> => record(ctx, { action, subjectKind: 'charter', subject: id, area: owner.area, ...telling })
