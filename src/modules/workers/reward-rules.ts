// Who may claim a reward, until when, and why a step cannot be taken.
import { Problem } from '../../kernel/problem.ts'
import { addDays, addMonths, type Day, firstDayOf, yearOf } from '../../kernel/time.ts'
import { identityFault } from './identity-number.ts'
import {
  type RewardStatus,
  type RewardStep,
  rewardStatuses,
  rewardSteps,
  standingStatuses,
} from './reward.ts'
import { type CertifiedGrade, certifiedGrades } from './worker.ts'

/** Of the rule set of the place: 分 a grade, and the month of the following year until whose end one may apply. */
export type RewardTerms = { amounts: Readonly<Record<CertifiedGrade, number>>; claimUntil: number }

/** The last day on which a certificate of a day can be claimed for. */
export const claimableUntil = (obtainedOn: Day, months: number): Day =>
  addDays(addMonths(firstDayOf(yearOf(obtainedOn) + 1), months), -1)

type Claimed = { identity: string | null; grade: CertifiedGrade; obtainedOn: Day }

/**
 * Why nobody can apply with these answers, or null: each fault under its field. `identity`: null where a number that was
 * checked before stays. `appliedOn`: the day of the first application, by which a mending too is in time.
 */
export function whyNotApply(
  { identity, grade, obtainedOn }: Claimed,
  terms: RewardTerms,
  today: Day,
  appliedOn: Day = today,
): Problem | null {
  const faults = [
    { at: 'identity', message: identity === null ? null : identityFault(identity, today) },
    { at: 'grade', message: whyNotGrade(grade, terms) },
    { at: 'obtainedOn', message: whyNotDay(obtainedOn, terms, today, appliedOn) },
  ].flatMap(({ at, message }) => (message ? [{ at, message }] : []))
  const [first] = faults
  if (!first) return null
  return new Problem(422, {
    code: 'reward.notEligible',
    message: `${first.message}。`,
    mend: '请改正标出的各项。',
    faults,
  })
}

const whyNotGrade = (grade: CertifiedGrade, { amounts }: RewardTerms): string | null =>
  amounts[grade] > 0 ? null : `这里的规则没有给${certifiedGrades[grade]}的奖励`

/** Why the owner of a certificate cannot claim for it now, in words, or null. `claims`: the person's own so far. */
export function whyNotClaim(
  { grade, obtainedOn }: Pick<Claimed, 'grade' | 'obtainedOn'>,
  claims: readonly { grade: CertifiedGrade; status: RewardStatus }[],
  terms: RewardTerms,
  today: Day,
): string | null {
  const standing = claims.find((one) => one.grade === grade && standingStatuses.includes(one.status))
  if (standing) return `这一等级的奖励${rewardStatuses[standing.status]}`
  return whyNotGrade(grade, terms) ?? whyNotDay(obtainedOn, terms, today)
}

function whyNotDay(
  obtainedOn: Day,
  { claimUntil }: RewardTerms,
  today: Day,
  appliedOn: Day = today,
): string | null {
  if (obtainedOn > today) return '取得日期不能晚于今天'
  const last = claimableUntil(obtainedOn, claimUntil)
  return appliedOn > last ? `${yearOf(obtainedOn)} 年取得的证书，申请到 ${last} 为止` : null
}

/** Why a step cannot be taken now, or null. The page shows the same words on the disabled button. */
export function whyNotStep(step: RewardStep, { status }: { status: RewardStatus }): Problem | null {
  const from: readonly RewardStatus[] = rewardSteps[step].from
  if (from.includes(status)) return null
  if (status === 'paid') return paidIsPaid
  return new Problem(409, {
    code: 'reward.moved',
    message: `这份申请现在是“${rewardStatuses[status]}”，这一步不能办。`,
    mend: '请刷新页面看它现在的状态。',
  })
}

/** Only what was paid is corrected; before that it is refused or withdrawn. */
export const whyNotCorrect = (
  { status, amount, corrections }: CorrectedReward,
  difference: number,
): Problem | null => {
  if (status !== 'paid') return notPaidYet
  const left = corrections.reduce((sum, one) => sum + one.difference, amount) + difference
  return left < 0 ? tooMuchBack : null
}

type CorrectedReward = {
  status: RewardStatus
  amount: number
  corrections: readonly { difference: number }[]
}

const paidIsPaid = new Problem(409, {
  code: 'reward.paid',
  message: '奖励已经发放，不能再改决定。',
  mend: '发错了的，请“登记更正”：写明情况和差额，原来的记录保留。',
})

const notPaidYet = new Problem(409, {
  code: 'reward.notPaid',
  message: '还没有发放的奖励不用更正。',
  mend: '不该给的，请作“不予奖励”的决定。',
})

const tooMuchBack = new Problem(422, {
  code: 'reward.tooMuchBack',
  message: '退回的比发放的还多。',
  mend: '请核对差额：退回 1000 元写 -1000。',
  faults: [{ at: 'difference', message: '退回的比发放的还多' }],
})
