// Venues and bookings in words, for their pages.
import { type Minute, spanWords } from '../../../kernel/minute.ts'
import { type Day, yearOf } from '../../../kernel/time.ts'
import type { Tone } from '../../../ui/StateTag.tsx'
import { type Booking, type BookingStatus, bookingStatuses } from '../booking.ts'
import { type Venue, venueTerms, weekdays } from '../venue.ts'

/** 周一至周五 08:30–12:00、13:30–17:30；周六、周日 09:00–12:00. */
export function hoursWords(hours: Venue['hours']): string {
  const groups = new Map<string, string[]>()
  for (const { days, from, to } of hours)
    groups.set(daysWords(days), [...(groups.get(daysWords(days)) ?? []), `${from}–${to}`])
  return [...groups].map(([days, spans]) => `${days} ${spans.join('、')}`).join('；')
}

/** 周一至周五; 每天; 周三、周六. */
export function daysWords(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort()
  if (sorted.length === 7) return '每天'
  const first = sorted[0] ?? 1
  const last = sorted.at(-1) ?? 1
  if (sorted.length > 2 && last - first === sorted.length - 1) return `${weekday(first)}至${weekday(last)}`
  return sorted.map(weekday).join('、')
}

const weekday = (number: number): string => weekdays[number - 1] ?? ''

export const termsWords = ({ terms, termsNote }: Pick<Venue, 'terms' | 'termsNote'>): string =>
  [venueTerms[terms], termsNote].filter(Boolean).join('：')

export const bookingTones: Record<BookingStatus, Tone> = {
  asked: 'onCourse',
  accepted: 'met',
  declined: 'behind',
  withdrawn: 'none',
  cancelled: 'behind',
  used: 'met',
  unused: 'none',
}

export function stateWords({ status, lapsed, endedBy, shortNotice }: Booking): string {
  if (lapsed) return '没有等到答复'
  if (status !== 'cancelled') return bookingStatuses[status]
  return `${endedBy === 'keeper' ? '场地' : '组织'}${shortNotice ? '临时' : ''}取消`
}

/** 8 月 30 日（周三） 14:00–16:00. */
export const timeWords = ({ day, from, to }: Pick<Booking, 'day' | 'from' | 'to'>, today: Day): string =>
  spanWords(`${day}T${from}` as Minute, `${day}T${to}` as Minute, yearOf(today))

/** All that asked for together, each series once; single ones stand alone. */
export function grouped(bookings: readonly Booking[]): Booking[][] {
  const groups = new Map<string, Booking[]>()
  for (const one of bookings) {
    const name = one.series ?? one.id
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  return [...groups.values()]
}
