// When a team may be founded and ended, and when somebody joins and leaves; and why not.
import { Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'

/** Why an organization can found no team, or null. */
export function whyNotFound({ name, status }: { name: string; status: string }): Problem | null {
  if (status !== 'ended') return null
  return refusal('organizationEnded', `“${name}”已退出名录，不能再建志愿服务队。`, '请选择还在名录里的组织。')
}

export function whyNotOpen(on: Day, today: Day): Problem | null {
  if (on <= today) return null
  return refusal('inFuture', `日期（${on}）还没有到。`, '请填写今天或以前的日期。', 'startsOn')
}

export function whyNotJoin(from: Day, startsOn: Day, today: Day): Problem | null {
  if (from > today)
    return refusal('inFuture', `日期（${from}）还没有到。`, '请填写今天或以前的日期。', 'from')
  if (from < startsOn)
    return refusal('beforeTheTeam', `志愿服务队 ${startsOn} 才成立。`, '请填写成立以后的日期。', 'from')
  return null
}

/** The end of a team or of a membership that began on a day. */
export function whyNotLeave(on: Day, startsOn: Day, today: Day): Problem | null {
  if (on > today) return refusal('inFuture', `日期（${on}）还没有到。`, '请填写今天或以前的日期。', 'on')
  if (on < startsOn)
    return refusal(
      'beforeItBegan',
      `日期（${on}）早于 ${startsOn}。`,
      `请填写 ${startsOn} 或以后的日期。`,
      'on',
    )
  return null
}

function refusal(code: string, message: string, mend: string, at?: string): Problem {
  return new Problem(422, {
    code: `team.${code}`,
    message,
    mend,
    ...(at ? { faults: [{ at, message }] } : {}),
  })
}
