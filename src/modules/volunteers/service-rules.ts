// When hours may be recorded, for whom, and what becomes of them; and why not.
import { asMinute, type Minute, spanWords } from '../../kernel/minute.ts'
import { Problem } from '../../kernel/problem.ts'
import { addDays, type Day, yearOf } from '../../kernel/time.ts'
import {
  type ServiceKind,
  type ServiceStatus,
  type ServiceTime,
  serviceKinds,
  serviceStatuses,
} from './service.ts'

/** What can be done to an entry, from which states, and what it is then. It is never edited. */
export const serviceSteps = {
  confirm: { label: '确认', from: ['waiting'], to: 'confirmed' },
  refuse: { label: '不通过', from: ['waiting'], to: 'refused' },
  correct: { label: '更正', from: ['waiting', 'confirmed'], to: 'corrected' },
  withdraw: { label: '撤回', from: ['waiting', 'confirmed'], to: 'withdrawn' },
} as const satisfies Record<string, { label: string; from: readonly ServiceStatus[]; to: ServiceStatus }>
export type ServiceStep = keyof typeof serviceSteps

/** Why a step cannot be taken now, or null. */
export function whyNotStep(step: ServiceStep, status: ServiceStatus): Problem | null {
  const { label, from } = serviceSteps[step]
  if ((from as readonly ServiceStatus[]).includes(status)) return null
  return new Problem(409, {
    code: 'service.notFromHere',
    message: `这条记录${serviceStatuses[status]}，不能${label}。`,
    mend: '请刷新页面看它现在的状态。',
  })
}

/** Hours rest on the word of two people where there are two: whoever recorded them leaves the confirmation to the other. */
export const whyNotConfirm = (entry: { status: ServiceStatus; waitsForAnother: boolean }): Problem | null =>
  whyNotStep('confirm', entry.status) ?? (entry.waitsForAnother ? byAnother : null)

const byAnother = new Problem(422, {
  code: 'service.byAnother',
  message: '这条是您自己记的，要由另一人确认。',
  mend: '请组织负责人或社区工作者确认；没有别人可以确认时，才能自行确认。',
})

/** A time as it is kept: both ends, or none; minutes without breaks. */
export type Served = { on: Day; startsAt: Minute | null; endsAt: Minute | null; minutes: number }

/** What a time means, or why it means nothing. */
export function servedIn({ on, from, until, minutes }: ServiceTime): Served | Problem {
  if ((from === null) !== (until === null))
    return refusal(
      'halfATime',
      '开始和结束时间要一起填。',
      '都填上，或者都空着、只填时长。',
      from ? 'until' : 'from',
    )
  if (from === null || until === null)
    return minutes === null
      ? refusal('noTime', '没有填服务了多长时间。', '请填写起止时间，或者只填时长。', 'minutes')
      : { on, startsAt: null, endsAt: null, minutes }
  const [startsAt, endsAt] = [
    asMinute(`${on}T${from}`),
    asMinute(`${until > from ? on : addDays(on, 1)}T${until}`),
  ]
  const span = minutesBetween(from, until)
  if (minutes !== null && minutes > span)
    return refusal('tooLong', '时长比起止时间还长。', '请核对时间；中间休息的要扣掉。', 'minutes')
  return { on, startsAt, endsAt, minutes: minutes ?? span }
}

/** 1 … 1440: an end at or before the beginning is on the next day. */
function minutesBetween(from: string, until: string): number {
  const span = minutesOf(until) - minutesOf(from)
  return span > 0 ? span : span + 1440
}
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** The last instant of a served time must have passed. */
export function whyNotYet({ on, endsAt }: Served, now: { today: Day; minute: Minute }): Problem | null {
  if (on > now.today || (endsAt !== null && endsAt > now.minute))
    return refusal('inFuture', '还没有服务完，不能记时长。', '请在服务结束以后再记。', 'on')
  return null
}

/** What a rule must know of a volunteer. */
export type Server = {
  name: string
  birthYear: number | null
  consentedOn: string | null
  /** First day in the team, and the first day out of it. */
  startsOn: Day
  endsOn: Day | null
}

/** By the year of birth alone, the age that somebody certainly has. Null: grown up. */
const sureAge = (birthYear: number, on: Day): number => yearOf(on) - birthYear - 1

export const isMinor = (birthYear: number | null, on: Day): boolean =>
  birthYear !== null && sureAge(birthYear, on) < 18
export const needsConsent = (birthYear: number | null, on: Day): boolean =>
  birthYear !== null && sureAge(birthYear, on) < 14

/** Why a volunteer cannot have served in a kind of service on a day, or null. */
export function whyNotServe(
  server: Server,
  { on, kind }: { on: Day; kind: ServiceKind },
  adultKinds: readonly string[],
): Problem | null {
  const { name, birthYear, consentedOn, startsOn, endsOn } = server
  if (on < startsOn || (endsOn !== null && on >= endsOn))
    return refusal('notInTeam', `${on} “${name}”不在这支队里。`, '请核对日期，或先改入队日期。', 'on')
  if (adultKinds.includes(kind) && isMinor(birthYear, on))
    return refusal(
      'minor',
      `“${name}”未成年，不能参加${serviceKinds[kind]}。`,
      '请安排成年人；按出生年份可能不满 18 周岁的，都算未成年。',
      'kind',
    )
  if (needsConsent(birthYear, on) && (consentedOn === null || consentedOn > on))
    return refusal(
      'noConsent',
      `“${name}”不满 14 周岁，那天以前没有监护人同意的记录。`,
      '请先记上监护人和同意的日期。',
      'members',
    )
  return null
}

/** What speaks against a person's data, or null. */
export function whyNotPerson(
  {
    birthYear,
    consentedOn,
    guardian,
  }: { birthYear: number | null; consentedOn: Day | null; guardian: string | null },
  today: Day,
): Problem | null {
  if (birthYear !== null && (birthYear < yearOf(today) - 25 || birthYear > yearOf(today) - 3))
    return refusal('birthYear', '出生年份不对。', '只有未成年人才填，例如 2010；成年人空着。', 'birthYear')
  if ((guardian === null) !== (consentedOn === null))
    return refusal('halfAConsent', '监护人和同意的日期要一起填。', '两样都填上，或者都空着。', 'guardian')
  if (consentedOn !== null && consentedOn > today)
    return refusal('inFuture', '同意的日期还没有到。', '请填写今天或以前的日期。', 'consentedOn')
  if (needsConsent(birthYear, today) && consentedOn === null)
    return refusal(
      'noConsent',
      '不满 14 周岁的，要有监护人同意。',
      '请填写监护人姓名和同意的日期。',
      'guardian',
    )
  return null
}

/** Another entry of the same person that counts or waits. `where`: its team; null where the reader may not know it. */
export type Told = {
  member: string
  on: string
  startsAt: string | null
  endsAt: string | null
  minutes: number
  activity: string
  where: string | null
}

/** Why an entry cannot stand beside the others of the same person, or null. */
export function whyNotBeside(
  { name, member, activity }: { name: string; member: string; activity: string },
  served: Served,
  others: readonly Told[],
): Problem | null {
  const clash = others.find((other) => overlap(other, served))
  if (clash) return overlaps(name, clash)
  const same = (other: Told) =>
    other.member === member && other.on === served.on && other.activity === activity
  if (served.startsAt === null && others.some((other) => other.startsAt === null && same(other)))
    return refusal(
      'toldAlready',
      `“${name}”${served.on} 的“${activity}”已经记过。`,
      '同一天服务两次的，请写明起止时间。',
      'members',
    )
  const total = others.filter(({ on }) => on === served.on).reduce((sum, { minutes }) => sum + minutes, 0)
  if (total + served.minutes > 1440)
    return refusal(
      'beyondTheDay',
      `“${name}”${served.on} 的时长加起来超过 24 小时。`,
      '请核对时长。',
      'minutes',
    )
  return null
}

const overlap = (a: Told, b: Served): boolean =>
  a.startsAt !== null &&
  a.endsAt !== null &&
  b.startsAt !== null &&
  b.endsAt !== null &&
  a.startsAt < b.endsAt &&
  b.startsAt < a.endsAt

function overlaps(name: string, { startsAt, endsAt, where, activity, on }: Told): Problem {
  const span = spanWords(startsAt as Minute, endsAt as Minute, Number(on.slice(0, 4)))
  return refusal(
    'overlaps',
    `“${name}”在 ${span} 已有记录：${where === null ? '在别处的服务' : `${where}的“${activity}”`}，时间重叠。`,
    '请核对两条记录的时间，错的一条先更正或撤回。',
    'members',
  )
}

function refusal(code: string, message: string, mend: string, at?: string): Problem {
  return new Problem(422, {
    code: `service.${code}`,
    message,
    mend,
    ...(at ? { faults: [{ at, message }] } : {}),
  })
}
