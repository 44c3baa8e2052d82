// What happens to a title, and every refusal, in the words that the disabled button shows.
import { Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import { type AreaLevel, areaLevels } from '../areas/area.ts'
import {
  type HonorKind,
  type HonorLevel,
  type HonorStatus,
  type HonorSubject,
  honorKinds,
  honorLevels,
  honorStatuses,
  honorSubjects,
  takes,
} from './honor.ts'

/** `publish` where the place asks for a public notice, `name` where it does not. */
export const steps = {
  publish: { from: ['nominated'], to: 'noticed', word: '通过评审' },
  name: { from: ['nominated'], to: 'awarded', word: '通过评审' },
  refuse: { from: ['nominated', 'noticed'], to: 'refused', word: '不予通过' },
  retract: { from: ['nominated'], to: 'retracted', word: '撤回' },
  award: { from: ['noticed'], to: 'awarded', word: '公布' },
  withdraw: { from: ['awarded'], to: 'withdrawn', word: '撤销' },
  annul: { from: ['awarded'], to: 'annulled', word: '作废' },
} as const satisfies Record<string, { from: readonly HonorStatus[]; to: HonorStatus; word: string }>
export type Step = keyof typeof steps

/** Why a step cannot be taken from where it stands, or null. 409: somebody was quicker, or the page is old. */
export function whyNot(step: Step, { status }: { status: HonorStatus }): Problem | null {
  if ((steps[step].from as readonly HonorStatus[]).includes(status)) return null
  return new Problem(409, {
    code: 'honor.notFromHere',
    message: `它现在是“${honorStatuses[status]}”，不能${steps[step].word}。`,
    mend: '可能别人刚办过；请刷新页面看最新的情况。',
  })
}

/** A nomination may be changed, and evidence taken away, until it is reviewed. */
export function whyNotEdit({ status }: { status: HonorStatus }): Problem | null {
  if (status === 'nominated') return null
  return new Problem(409, {
    code: 'honor.notEditable',
    message: `它现在是“${honorStatuses[status]}”，不能再修改。`,
    mend: '登记有误的，由评审单位作废后重新登记。',
  })
}

type Noticed = {
  status: HonorStatus
  noticeUntil: string | null
  objections: { open: number; upheld: number }
}

/** Why it cannot be awarded on a day, or null: the notice is not over, or an objection stands against it. */
export function whyNotAward(honor: Noticed, today: Day): Problem | null {
  const { noticeUntil, objections } = honor
  const notYet = noticeUntil !== null && today <= noticeUntil
  return (
    whyNot('award', honor) ??
    (objections.upheld > 0
      ? refusal('objectionUpheld', '有异议成立，不能公布。', '请选“不予通过”，写明理由。')
      : null) ??
    (notYet
      ? refusal('noticeRuns', `公示到 ${noticeUntil}，还没有期满。`, `请在 ${noticeUntil} 以后公布。`)
      : null) ??
    (objections.open > 0
      ? refusal(
          'objectionOpen',
          `还有 ${objections.open} 条异议没有核实处理。`,
          '请先写明每条异议的处理结果。',
        )
      : null)
  )
}

/** An objection belongs to a public notice; it may be written down a little later than it was received. */
export function whyNotObject(
  honor: { status: HonorStatus; noticeFrom: string | null },
  receivedOn: Day,
  today: Day,
): Problem | null {
  if (honor.status !== 'noticed')
    return refusal('notNoticed', `它现在是“${honorStatuses[honor.status]}”，不在公示。`, '请刷新页面核对。')
  return whyNotDay('receivedOn', receivedOn, honor.noticeFrom, today)
}

/** A day of an act: not before what came before it, not in the future. */
export function whyNotDay(at: string, on: Day, since: string | null, today: Day): Problem | null {
  if (on > today) return refusal('inFuture', `日期（${on}）还没有到。`, '请填写今天或以前的日期。', at)
  if (since !== null && on < since)
    return refusal('tooEarly', `日期（${on}）早于 ${since}。`, `请填写 ${since} 或以后的日期。`, at)
  return null
}

/** The last day of a title is not before its first. */
export const whyNotValid = (on: Day, validUntil: Day | null): Problem | null =>
  validUntil !== null && validUntil < on
    ? refusal(
        'endsBefore',
        `有效期（到 ${validUntil}）早于公布日期。`,
        '请改日期，或空着表示长期有效。',
        'validUntil',
      )
    : null

/** Which kinds have which subjects; pilots say what they try out. */
export function whyNotKind(kind: HonorKind, subject: HonorSubject, theme: string | null): Problem | null {
  if (!takes(kind, subject))
    return refusal(
      'otherSubject',
      `${honorKinds[kind]}不能授给${honorSubjects[subject]}。`,
      '请换一个主体，或换一种称号。',
      'about',
    )
  if (kind === 'pilot' && theme === null)
    return refusal('themeMissing', '试点要写明试什么。', '请选择试点的主题。', 'theme')
  return null
}

/** A title comes from above: its subject lies below the giver. */
export function whyNotLevel(level: HonorLevel, subjectLevel: AreaLevel): Problem | null {
  if (areaLevels.indexOf(level) < areaLevels.indexOf(subjectLevel)) return null
  return refusal(
    'levelTooLow',
    `主体在${subjectLevel === 'community' ? '社区（村）' : '这一级'}，不能由${honorLevels[level]}授予。`,
    '请选主体上面的一级。',
    'level',
  )
}

/** What the province gives is not decided here; it is entered once it has been published. */
export const whyNotNominate = (level: HonorLevel): Problem | null =>
  level === 'province'
    ? refusal(
        'provincial',
        '省级称号由省里评定，不在这里评审。',
        '公布以后，由市级民政登记已公布的称号。',
        'level',
      )
    : null

export const sameAlready = new Problem(409, {
  code: 'honor.sameAlready',
  message: '同一主体同一年度已经有这一级的这种称号，或者正在评审、公示。',
  mend: '请在列表里找到它；年度不同的，请改年度。',
})

export const movedOn = new Problem(409, {
  code: 'honor.movedOn',
  message: '刚才有人办理过，它的状态已经变了。',
  mend: '请刷新页面看最新的情况。',
})

function refusal(code: string, message: string, mend: string, at?: string): Problem {
  return new Problem(422, {
    code: `honor.${code}`,
    message,
    mend,
    ...(at ? { faults: [{ at, message }] } : {}),
  })
}
