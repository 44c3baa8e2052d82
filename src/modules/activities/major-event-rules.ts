// Whether an activity must be reported, to whom and by when, and whether it needs a permit. (SZ 二(四)2, GZ 二(四)2)
import { Problem } from '../../kernel/problem.ts'
import { addDays, type Day } from '../../kernel/time.ts'
import { addWorkingDays, dueOn, type Limit } from '../../kernel/working-days.ts'
import type { Rules } from '../rules/rule-keys.ts'
import { type ActivityKind, activityKinds, type Feature, features } from './activity.ts'
import { type Assessment, type Recipient, type ReportStatus, recipients } from './major-event.ts'

export type EventFacts = {
  kind: ActivityKind
  /** People. */
  expected: number
  /** In 分; null: unknown. */
  money: number | null
  features: readonly Feature[]
  /** The day on which it begins, and that on which it was decided. */
  day: Day
  decidedOn: Day
}

type Names = Extract<keyof Rules, `majorEvents.${string}`>
export type MajorEventRules = Pick<Rules, Names>

/** Persons from which the city's police decides, not the county's. (大型群众性活动安全管理条例 第十二条) */
const cityPoliceFrom = 5_000

export function assess(facts: EventFacts, rules: MajorEventRules): Assessment {
  const reasons = reasonsFor(facts, rules)
  const must = reasons.length > 0
  return {
    reasons,
    recipient: must ? recipientFor(facts, rules) : null,
    dueOn: must ? reportDue(facts, rules) : null,
    permit: permitFor(facts, rules),
  }
}

/** In words, each thing for which it must be reported; none: it need not be. */
export function reasonsFor(facts: EventFacts, rules: MajorEventRules): string[] {
  const { kind, expected, money } = facts
  const fromMoney = rules['majorEvents.fromMoney']
  const said: (string | false)[] = [
    rules['majorEvents.types'].includes(kind) &&
      expected >= rules['majorEvents.typesFrom'] &&
      `${activityKinds[kind]}，预计 ${expected} 人（${rules['majorEvents.typesFrom']} 人以上须报告）`,
    expected >= rules['majorEvents.peopleFrom'] && `预计 ${rules['majorEvents.peopleFrom']} 人以上`,
    money !== null && fromMoney !== null && money >= fromMoney && `经费 ${fromMoney / 100} 元以上`,
    ...facts.features.map((one) => rules['majorEvents.features'].includes(one) && features[one]),
  ]
  return said.filter((one) => one !== false)
}

function recipientFor({ expected }: EventFacts, rules: MajorEventRules): Recipient {
  const countyFrom = rules['majorEvents.countyFrom']
  return countyFrom !== null && expected >= countyFrom ? 'county' : rules['majorEvents.recipient']
}

function reportDue({ day, decidedOn }: EventFacts, rules: MajorEventRules): Day {
  const lead = rules['majorEvents.lead']
  return rules['majorEvents.leadCounted'] === 'afterDecision' ? dueOn(decidedOn, lead) : before(day, lead)
}

/** So long before a day. */
const before = (day: Day, { days, unit }: Limit): Day =>
  unit === 'days' ? addDays(day, -days) : addWorkingDays(day, -days)

function permitFor({ expected, day }: EventFacts, rules: MajorEventRules): Assessment['permit'] {
  const from = rules['majorEvents.permitFrom']
  if (expected < from) return null
  const police = expected >= cityPoliceFrom ? 'city' : 'county'
  return { dueOn: before(day, rules['majorEvents.permitLead']), from, police }
}

/** What an answer makes of a report; a report is answered once. */
export const answerSteps = {
  approved: { from: 'reported', to: 'approved' },
  conditional: { from: 'reported', to: 'conditional' },
  objected: { from: 'reported', to: 'objected' },
} as const satisfies Partial<Record<ReportStatus, { from: ReportStatus; to: ReportStatus }>>

/** Reports that hold: the event may go on under them. */
export const standing: readonly ReportStatus[] = ['reported', 'approved', 'conditional']

type Reported = { status: ReportStatus; covers: boolean } | null

/** Why no report can be sent in now, or null. */
export function whyNotReport(activity: { status: string }, must: boolean, report: Reported): Problem | null {
  if (activity.status === 'cancelled') return refusal('cancelled', '活动已经取消，不必报告。', '')
  if (!must) return refusal('notNeeded', '按本地规则，这项活动不必报告。', '活动内容有变化的，先修改活动。')
  if (report && standing.includes(report.status) && report.covers)
    return refusal('reportedAlready', '已经报告过。', '活动的时间、地点或规模改了以后，可以重新报告。')
  return null
}

export function whyNotAnswer(report: Reported): Problem | null {
  if (report?.status === 'reported') return null
  return refusal(
    'notWaiting',
    report ? '这份报告已经答复过，或已被撤回。' : '还没有收到报告。',
    '请刷新页面。',
  )
}

/** A report is answered where it went. */
export function whyNotHere(report: { recipient: Recipient } | null, recipient: Recipient): Problem | null {
  if (!report || report.recipient === recipient) return null
  return refusal('elsewhere', `这份报告是交给${recipients[report.recipient]}的，由那里答复。`, '')
}

/** The number of a permit is kept for an activity that takes place. */
export function whyNotPermit({ status }: { status: string }, on: Day, today: Day): Problem | null {
  if (status === 'cancelled') return refusal('cancelled', '活动已经取消，不用再记许可。', '')
  if (on <= today) return null
  return new Problem(422, {
    code: 'majorEvent.permitInFuture',
    message: `许可的日期（${on}）还没有到。`,
    mend: '请照许可决定书上的日期填写。',
    faults: [{ at: 'on', message: '不能晚于今天' }],
  })
}

/** A summary follows an event that has been held under a report. */
export function whyNotSummary(
  activity: { ended: boolean },
  report: (Reported & { summary: unknown }) | null,
): Problem | null {
  if (!report || !standing.includes(report.status))
    return refusal('noReport', '没有报告过的活动，不报送总结。', '请先补报。')
  if (!activity.ended) return refusal('notOver', '活动还没有结束。', '请在结束以后报送总结。')
  if (report.summary) return refusal('summarizedAlready', '总结已经报送过。', '请刷新页面。')
  return null
}

function refusal(code: string, message: string, mend: string): Problem {
  return new Problem(409, { code: `majorEvent.${code}`, message, ...(mend && { mend }) })
}
