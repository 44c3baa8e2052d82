// How the pages speak of rewards.
import { yuanText } from '../../../kernel/money.ts'
import type { Tone } from '../../../ui/StateTag.tsx'
import type { Reward, RewardStatus } from '../reward.ts'
import { type CertifiedGrade, certifiedGrades } from '../worker.ts'

export const rewardTones = {
  submitted: 'behind',
  returned: 'overdue',
  approved: 'onCourse',
  paid: 'met',
  refused: 'none',
  withdrawn: 'none',
} as const satisfies Record<RewardStatus, Tone>

type Terms = { amounts: Readonly<Record<CertifiedGrade, number>>; claimUntil: number }

/** Grades that a place rewards, with what it gives. */
export const rewardedGrades = ({ amounts }: Terms): Record<string, string> =>
  Object.fromEntries(
    (Object.keys(certifiedGrades) as CertifiedGrade[])
      .filter((grade) => amounts[grade] > 0)
      .map((grade) => [grade, `${certifiedGrades[grade]}（${yuanText(amounts[grade])} 元）`]),
  )

export function termsText(terms: Terms): string {
  const given = Object.values(rewardedGrades(terms))
  if (given.length === 0) return '这里的规则没有设持证奖励。'
  const until = terms.claimUntil === 0 ? '当年年底' : `次年 ${terms.claimUntil} 月底`
  return `一次性奖励：${given.join('、')}；取得证书的${until}前申请，同一等级只奖励一次。`
}

/** How far a claim is and what comes next, to the person whose it is. */
export const whereItStands = ({ status, dueOn, payBy, paidOn, reason }: Reward): string =>
  ({
    submitted: `县区民政或组织部门在 ${dueOn} 以前审定。`,
    returned: `退回补正，请在 ${dueOn} 以前改好再报。`,
    approved: payBy ? `已经同意，${payBy} 以前发放。` : '已经同意，等待发放。',
    paid: `${paidOn} 已经发放。`,
    refused: `没有同意：${reason ?? ''}`,
    withdrawn: `已经撤回：${reason ?? ''}`,
  })[status]
