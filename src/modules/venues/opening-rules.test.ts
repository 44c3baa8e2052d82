// What is open and what is left free, against a look at every half hour of the day.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, type Instant } from '../../kernel/time.ts'
import {
  freeSpans,
  instantAt,
  minutesOf,
  type Opening,
  openSpans,
  type Span,
  weekdayNumber,
  weeklyDays,
  whyClosed,
  whyNotOpen,
  whyNotSpan,
} from './opening-rules.ts'

const day = (text: string) => text as Day
const clock = (half: number): string =>
  `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`
const halves = Array.from({ length: 48 }, (_, at) => at)

const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 2, maxLength: 2 })
  .map((ends): Span => {
    const [from = 0, to = 0] = [...ends].sort((a, b) => a - b)
    return { from: clock(from), to: clock(to) }
  })
const someSpans = fc.array(spans, { maxLength: 6 })

/** Whether the half hour that begins then lies in one of the spans. */
const covered = (those: readonly Span[], half: number): boolean =>
  those.some(({ from, to }) => from <= clock(half) && clock(half + 1) <= to)

const hoursOf = (those: readonly Span[]) => those.map((span) => ({ ...span, days: [1, 2, 3, 4, 5, 6, 7] }))
const opening = (hours: Opening['hours'], more: Partial<Opening> = {}): Opening => ({
  ...{ hours, closedOnHolidays: false, openedOn: day('2020-01-01'), closedOn: null, roomClosed: false },
  ...more,
})

describe('free spans', () => {
  it('are the half hours that are open and not taken, joined as far as they reach', () => {
    fc.assert(
      fc.property(someSpans, someSpans, (hours, taken) => {
        const open = openSpans(opening(hoursOf(hours)), day('2023-08-30'))
        const free = freeSpans(open, taken)
        for (const half of halves)
          expect(covered(free, half)).toBe(covered(open, half) && !overlaps(taken, half))
        for (const [at, span] of free.entries()) {
          expect(span.from < span.to).toBe(true)
          expect((free[at - 1]?.to ?? '') <= span.from).toBe(true)
        }
      }),
    )
  })

  it('open spans are what the hours say, touching ones joined', () => {
    fc.assert(
      fc.property(someSpans, (hours) => {
        const open = openSpans(opening(hoursOf(hours)), day('2023-08-30'))
        for (const half of halves) expect(covered(open, half)).toBe(covered(hours, half))
        for (const [at, span] of open.entries()) expect((open[at - 1]?.to ?? '') < span.from).toBe(true)
      }),
    )
  })
})

const overlaps = (those: readonly Span[], half: number): boolean =>
  those.some(({ from, to }) => from < clock(half + 1) && clock(half) < to)

describe('a slot', () => {
  const now = { now: '2023-08-25T02:00:00.000Z' as Instant, lastDay: day('2024-02-21') }

  it('can be had exactly where every half hour of it is open', () => {
    fc.assert(
      fc.property(someSpans, spans, (hours, { from, to }) => {
        const held = opening(hoursOf(hours))
        const inside = halves.filter((half) => from <= clock(half) && clock(half + 1) <= to)
        const fits = inside.every((half) => covered(openSpans(held, day('2023-08-30')), half))
        expect(whyNotOpen(held, { day: day('2023-08-30'), from, to }, now) === null).toBe(fits)
      }),
    )
  })

  it('is refused before it opens, after it closes, while the room rests, on its holidays and closed weekdays', () => {
    const always = hoursOf([{ from: '00:00', to: '24:00' }])
    const why = (more: Partial<Opening>, at: string, hours = always) =>
      whyClosed(opening(hours, more), day(at))
    expect(why({ openedOn: day('2023-09-01') }, '2023-08-30')).toBe('2023-09-01 起开放')
    expect(why({ closedOn: day('2023-08-30') }, '2023-08-30')).toBe('已不再开放')
    expect(why({ roomClosed: true }, '2023-08-30')).toBe('这一间暂停预约')
    expect(why({ closedOnHolidays: true }, '2023-10-01')).toBe('国庆节放假，不开放')
    expect(why({ closedOnHolidays: false }, '2023-10-01')).toBeNull()
    expect(why({}, '2023-08-27', [{ days: [1], from: '09:00', to: '12:00' }])).toBe('周日不开放')
    expect(why({}, '2023-08-28', [{ days: [1], from: '09:00', to: '12:00' }])).toBeNull()
  })

  it('that ends before it begins crosses midnight, and says so', () => {
    expect(whyNotSpan({ from: '22:00', to: '24:00' })).toBeNull()
    expect(whyNotSpan({ from: '22:00', to: '01:00' })?.body.code).toBe('venue.acrossMidnight')
    expect(whyNotSpan({ from: '22:00', to: '22:00' })?.body.code).toBe('venue.noTime')
  })
})

describe('time', () => {
  it('of day is that of China, the end of a day being the beginning of the next', () => {
    expect(instantAt(day('2023-08-30'), '14:30')).toBe('2023-08-30T06:30:00.000Z')
    expect(instantAt(day('2023-12-31'), '24:00')).toBe(instantAt(day('2024-01-01'), '00:00'))
    expect(minutesOf('13:30')).toBe(810)
  })

  it('goes on by weeks to the last day, over the change of year too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 400 }), (offset, long) => {
        const first = addDays(day('2020-01-01'), offset)
        const last = addDays(first, long)
        const days = weeklyDays(first, last)
        const everyDay = Array.from({ length: long + 1 }, (_, at) => addDays(first, at))
        expect(days).toEqual(everyDay.filter((one) => weekdayNumber(one) === weekdayNumber(first)))
      }),
    )
    expect(weeklyDays(day('2023-12-28'), undefined)).toEqual(['2023-12-28'])
    expect([day('2023-08-28'), day('2023-08-27')].map(weekdayNumber)).toEqual([1, 7])
  })
})
