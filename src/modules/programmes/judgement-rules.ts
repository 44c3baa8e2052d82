// When a person may judge a target.
import { Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import type { Pack } from './pack.ts'

/** Why a judgement cannot be recorded, or null. Only targets that no count decides are judged, and not ahead of time. */
export function whyNotJudgement(
  { targets, from }: Pick<Pack, 'targets' | 'from'>,
  id: string,
  on: Day,
  today: Day,
): Problem | null {
  const target = targets.find((known) => known.id === id)
  if (!target)
    return new Problem(404, {
      code: 'notFound',
      message: '方案中没有这个目标。',
      mend: '请从方案页重新选择。',
    })
  if (target.judge !== 'person') {
    return new Problem(422, {
      code: 'judgement.counted',
      message: `“${target.title}”由记录计算，不由人评定。`,
      mend: '要改变它的数字，请补充或更正记录。',
    })
  }
  if (on > today || on < from) {
    return new Problem(422, {
      code: 'judgement.day',
      message: `评定日期应在方案开始（${from}）与今天之间。`,
      mend: '请改填评定的日期。',
      faults: [{ at: 'on', message: `应在 ${from} 至 ${today} 之间` }],
    })
  }
  return null
}
