// What may become of a project when, and why not.
import { Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import { type ProjectStatus, projectStatuses } from './project.ts'

/** What can be done to a project, from which states, and what it is then. */
export const projectSteps = {
  edit: { label: '改计划', from: ['planned', 'running'], to: null },
  begin: { label: '开始实施', from: ['planned'], to: 'running' },
  finish: { label: '结项', from: ['running'], to: 'finished' },
  stop: { label: '中止', from: ['planned', 'running'], to: 'stopped' },
  correct: { label: '更正结果', from: ['finished'], to: null },
} as const satisfies Record<
  string,
  { label: string; from: readonly ProjectStatus[]; to: ProjectStatus | null }
>
export type ProjectStep = keyof typeof projectSteps

/** Why a step cannot be taken now, or null; the disabled button shows its message. */
export function whyNotStep(step: ProjectStep, status: ProjectStatus): Problem | null {
  const { label, from } = projectSteps[step]
  if ((from as readonly ProjectStatus[]).includes(status)) return null
  return new Problem(409, {
    code: 'project.notFromHere',
    message: `这个项目${projectStatuses[status]}，不能${label}。`,
    mend: '请刷新页面看它现在的状态。',
  })
}

/** The organization as far as its projects depend on it. */
export type Doer = { name: string; status: 'active' | 'dormant' | 'ended' }

/** Why an organization cannot plan or begin a project now, or null. */
export function whyNotDoer({ name, status }: Doer): Problem | null {
  if (status !== 'ended') return null
  return refusal('ended', `“${name}”已退出名录，不能再开展项目。`, '已经在实施的，可以结项或中止。')
}

/** A plan whose days contradict each other. */
export function whyNotDates(startsOn: Day, endsOn: Day | null): Problem | null {
  if (endsOn === null || endsOn >= startsOn) return null
  return refusal('endsBefore', '结束日期早于开始日期。', '请把结束日期填在开始以后，或者先空着。', 'endsOn')
}

/** The day on which something happened: today or before. */
export function whyNotDay(on: Day, today: Day): Problem | null {
  if (on <= today) return null
  return refusal('inFuture', `日期（${on}）还没有到。`, '请填写今天或以前的日期。', 'on')
}

/** The end of a project that began on a day. */
export function whyNotEnd(on: Day, startsOn: Day, today: Day): Problem | null {
  if (on < startsOn)
    return refusal(
      'beforeItBegan',
      `日期（${on}）早于开始实施的日期（${startsOn}）。`,
      '请填写开始以后的日期。',
      'on',
    )
  return whyNotDay(on, today)
}

/** A running project's plan keeps the day on which it began. */
export function whyNotMoved(status: ProjectStatus, startsOn: Day, given: Day): Problem | null {
  if (status === 'planned' || startsOn === given) return null
  return refusal(
    'begun',
    `项目已于 ${startsOn} 开始，开始日期不能再改。`,
    '开始日期记错了的，请中止后重新登记。',
    'startsOn',
  )
}

export const changedMeanwhile = new Problem(409, {
  code: 'project.changedMeanwhile',
  message: '这个项目刚被别人改过。',
  mend: '请刷新页面，看过现在的内容再改。',
})

export const otherFollows = refusal(
  'otherFollows',
  '要照办的项目不是这个组织的。',
  '请从这个组织以前的项目里选。',
  'follows',
)

function refusal(code: string, message: string, mend: string, at?: string): Problem {
  return new Problem(422, {
    code: `project.${code}`,
    message,
    mend,
    ...(at ? { faults: [{ at, message }] } : {}),
  })
}
