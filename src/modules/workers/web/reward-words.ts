// How the pages speak of rewards.
import { yuanText } from '../../../kernel/money.ts'
import type { Tone } from '../../../ui/StateTag.tsx'
import type { RewardStatus } from '../reward.ts'
import { type CertifiedGrade, certifiedGrades } from '../worker.ts'

export const rewardTones = {
  submitted: 'behind',
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
