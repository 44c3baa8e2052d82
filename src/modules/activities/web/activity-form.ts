// What is typed in the form of an activity, where it comes from, and what is sent.
import { clockIn, dayIn, type Minute } from '../../../kernel/minute.ts'
import { fenFromYuan, yuanText } from '../../../kernel/money.ts'
import type { Fault } from '../../../kernel/problem.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import type { Activity, ActivityKind, Feature } from '../activity.ts'
import type { Body } from './activity-queries.ts'

export type Typed = {
  title: string
  series: string | null
  organization: string | null
  partners: readonly string[]
  area: string | null
  place: string
  day: string | null
  from: string
  /** Null: it ends on the day on which it begins. */
  toDay: string | null
  to: string
  content: string
  expected: number | null
  kind: ActivityKind
  features: readonly Feature[]
  money: string
  signUp: boolean
  places: number | null
  untilDay: string | null
}

export const planFields = [
  'title',
  'area',
  'place',
  'from',
  'to',
  'expected',
  'money',
  'places',
  'signUpUntil',
]

export const blank = (given: Pick<Typed, 'organization' | 'area' | 'place'>): Typed => ({
  ...{ title: '', series: null, partners: [], content: '', expected: null, kind: 'other', features: [] },
  ...{
    day: null,
    from: '14:00',
    toDay: null,
    to: '16:00',
    money: '',
    signUp: true,
    places: null,
    untilDay: null,
  },
  ...given,
})

export const typedFrom = (activity: Activity): Typed => ({
  ...{ title: activity.title, series: activity.series, organization: activity.organization },
  ...{ partners: activity.partners, area: activity.area, place: activity.place },
  ...{ day: dayIn(activity.from), from: clockIn(activity.from), to: clockIn(activity.to) },
  toDay: dayIn(activity.to) === dayIn(activity.from) ? null : dayIn(activity.to),
  ...{ content: activity.content ?? '', expected: activity.expected, kind: activity.kind },
  features: activity.features,
  money: activity.money === null ? '' : yuanText(activity.money),
  ...{ signUp: activity.signUp, places: activity.places },
  untilDay: activity.signUpUntil && dayIn(activity.signUpUntil),
})

/** What the page can see itself; the paths are those of the server. */
export function faultsIn(typed: Typed): Fault[] {
  const wrong: [boolean, string, string][] = [
    [!typed.title.trim(), 'title', '请填写活动名称'],
    [typed.area === null, 'area', '请选择社区（村）'],
    [!typed.place.trim(), 'place', '请填写在哪里办'],
    [!dayFromText(typed.day ?? ''), 'from', '请填写日期，例如 2023-09-01'],
    [typed.toDay !== null && !dayFromText(typed.toDay), 'to', '请填写结束的日期'],
    [!typed.expected, 'expected', '请填写预计多少人，大概就行'],
    [typed.money.trim() !== '' && fenFromYuan(typed.money) === null, 'money', '请填写金额，例如 5000'],
    [typed.untilDay !== null && !dayFromText(typed.untilDay), 'signUpUntil', '请填写日期，或者空着'],
  ]
  return wrong.flatMap(([is, at, message]) => (is ? [{ at, message }] : []))
}

const beginning = ({ day, from }: Typed): Minute => `${dayFromText(day ?? '')}T${from}` as Minute
const ending = ({ day, toDay, to }: Typed): Minute => `${dayFromText(toDay ?? day ?? '')}T${to}` as Minute

/** Signing up goes on through its last day, but not after the activity has begun. */
function untilOf(typed: Typed): Minute | null {
  if (typed.untilDay === null) return null
  const endOfDay = `${dayFromText(typed.untilDay)}T23:59` as Minute
  return [endOfDay, beginning(typed)].sort()[0] ?? null
}

export const bodyOf = (typed: Typed): Body<'create'> => ({
  ...{ title: typed.title, series: typed.series, organization: typed.organization },
  partners: [...typed.partners],
  ...{ area: typed.area ?? '', place: typed.place, from: beginning(typed), to: ending(typed) },
  ...{ content: typed.content.trim() || null, expected: typed.expected ?? 0, kind: typed.kind },
  ...{ features: [...typed.features], money: fenFromYuan(typed.money), signUp: typed.signUp },
  places: typed.signUp ? typed.places : null,
  signUpUntil: typed.signUp ? untilOf(typed) : null,
})

/** What decides whether it must be reported; null while that cannot be asked yet. */
export function assessable(typed: Typed): Body<'assess'> | null {
  if (typed.area === null || !typed.expected || !dayFromText(typed.day ?? '')) return null
  const { area, from, kind, features, expected, money } = bodyOf(typed)
  return {
    ...{ area, from, expected, kind: kind ?? 'other' },
    ...{ features: features ?? [], money: money ?? null },
  }
}
