// Takes steps: the rules are asked, the one statement moves, the thread and the record are written beside it.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { recordAll } from '../../../platform/events.ts'
import type { Tier } from '../../organizations/choices.ts'
import { goOn, leftOf, startClock } from '../clock-rules.ts'
import { type ApplicationStatus, applicationStatuses, type Step } from '../filing.ts'
import { deskOf, statusAfter, whyNotStep } from '../lifecycle.ts'
import type { ApplicationRow } from './filing-store.ts'
import { insertSteps, type Move, moveApplications } from './moves-store.ts'

/** A step to be taken of a row that is locked. */
export type Taking = {
  row: ApplicationRow
  step: Step
  words: string | null
  supports: boolean | null
  decided?: { organization: string | null; tier: Tier | null }
}

/** Takes all or none: 409 where one of them no longer stands where its row says. */
export async function move(ctx: Context, takings: readonly Taking[]): Promise<void> {
  if (takings.length === 0) return
  for (const { step, row } of takings) refuseIf(whyNotStep(step, row))
  const moved = await moveApplications(
    ctx,
    takings.map((taking) => moveOf(taking, ctx.today)),
  )
  if (moved !== takings.length) throw movedMeanwhile
  await insertSteps(
    ctx,
    takings.map(({ row, ...taking }) => ({ application: row.id, ...taking })),
  )
  await recordAll(ctx, takings.map(happeningOf))
}

export const movedMeanwhile = new Problem(409, {
  code: 'filing.movedMeanwhile',
  message: '这件申请刚由另一位办理了。',
  mend: '请刷新页面看最新的情况。',
})

function moveOf({ row, step, decided }: Taking, today: Day): Move {
  const path = row.terms?.path ?? []
  const to = statusAfter(step, { ...row, path })
  return {
    ...{ id: row.id, from: row.status, to, desk: deskOf(to, row.office), office: row.office },
    ...clockAfter(row, step, to, today),
    ...{ terms: row.terms, proposal: row.proposal },
    organization: decided?.organization ?? row.organization,
    decidedTier: decided?.tier ?? null,
  }
}

type ClockState = Pick<Move, 'dueOn' | 'returnedFrom' | 'clockLeft'>

/** A return stops the clock and remembers what was left; coming back goes on with it; any other step starts anew. */
function clockAfter(row: ApplicationRow, step: Step, to: ApplicationStatus, today: Day): ClockState {
  const unitOf = (status: ApplicationStatus) => row.terms?.limits[status]?.unit ?? 'workingDays'
  const dueOn = startClock(today, row.terms?.limits[to])
  if (step === 'return')
    return { dueOn, returnedFrom: row.status, clockLeft: leftOf(row.dueOn, today, unitOf(row.status)) }
  if (step === 'resubmit')
    return { dueOn: goOn(today, row.clockLeft, unitOf(to)), returnedFrom: null, clockLeft: null }
  return { dueOn, returnedFrom: null, clockLeft: null }
}

const happeningOf = ({ row, step, words }: Taking) => ({
  action: `filing.${step}`,
  subjectKind: 'application',
  subject: row.id,
  area: row.area,
  reason: words,
  changes: [{ field: 'status', from: applicationStatuses[row.status], to: step }],
})
