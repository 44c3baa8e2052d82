// Hours: what times mean, who overlaps with whom, who may not serve; each against a naive second way.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asMinute, type Minute } from '../../kernel/minute.ts'
import { Problem } from '../../kernel/problem.ts'
import { addDays, type Day } from '../../kernel/time.ts'
import { parseClock, parseKind, parseLength } from './hours-cells.ts'
import {
  isMinor,
  needsConsent,
  type Served,
  type Server,
  servedIn,
  type Told,
  whyNotBeside,
  whyNotServe,
  whyNotYet,
} from './service-rules.ts'

const day = '2023-08-10' as Day
const clock = fc.integer({ min: 0, max: 1439 }).map(clockOf)
function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
const days = fc.integer({ min: 0, max: 2 }).map((after) => addDays(day, after))

/** Minutes since the beginning of `day`. */
const since = (at: string | null): number => (Date.parse(`${at}Z`) - Date.parse(`${day}T00:00Z`)) / 60_000
const serve = (on: Day, from: string | null, until: string | null, minutes: number | null = null): Served => {
  const served = servedIn({ on, from, until, minutes })
  if (served instanceof Problem) throw served
  return served
}
const codeOf = (found: unknown) => (found instanceof Problem ? found.body.code : null)

describe('A time', () => {
  it('lasts from its beginning to its end, which may be on the next day, and never longer than a day', () => {
    fc.assert(
      fc.property(days, clock, clock, (on, from, until) => {
        const { startsAt, endsAt, minutes } = serve(on, from, until)
        expect(since(endsAt) - since(startsAt)).toBe(minutes)
        expect(minutes).toBeGreaterThan(0)
        expect(minutes).toBeLessThanOrEqual(1440)
        expect([startsAt?.slice(11), endsAt?.slice(11)]).toEqual([from, until])
      }),
    )
  })

  it('may leave out breaks or the clock, but says how long it was', () => {
    expect(serve(day, '08:00', '12:00', 180).minutes).toBe(180)
    expect(serve(day, null, null, 90)).toEqual({ on: day, startsAt: null, endsAt: null, minutes: 90 })
    expect(serve(addDays(day, 0), '23:00', '01:00').endsAt).toBe('2023-08-11T01:00')
    expect(codeOf(servedIn({ on: day, from: '08:00', until: null, minutes: 60 }))).toBe('service.halfATime')
    expect(codeOf(servedIn({ on: day, from: null, until: null, minutes: null }))).toBe('service.noTime')
    expect(codeOf(servedIn({ on: day, from: '08:00', until: '09:00', minutes: 90 }))).toBe('service.tooLong')
  })

  it('is over when it is recorded', () => {
    const now = { today: day, minute: '2023-08-10T10:00' as Minute }
    expect(whyNotYet(serve(day, '08:00', '10:00'), now)).toBeNull()
    expect(codeOf(whyNotYet(serve(day, '08:00', '10:01'), now))).toBe('service.inFuture')
    expect(codeOf(whyNotYet(serve(addDays(day, 1), null, null, 5), now))).toBe('service.inFuture')
  })
})

const entry = fc.record({
  on: days,
  from: clock,
  until: clock,
  timed: fc.boolean(),
  activity: fc.constantFrom('甲', '乙'),
})
type Made = { on: Day; from: string; until: string; timed: boolean; activity: string }
const timeOf = ({ on, from, until, timed }: Made) =>
  timed ? serve(on, from, until) : serve(on, null, null, 60)
const toldOf = (made: Made): Told => ({ member: 'm', where: '队', activity: made.activity, ...timeOf(made) })

describe('Beside other entries of the same person', () => {
  it('one stands exactly where no minute is served twice, nothing is told twice, and the day is long enough', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), entry, (others, made) => {
        const served = timeOf(made)
        const told = others.map(toldOf)
        const problem = whyNotBeside({ name: '张', member: 'm', activity: made.activity }, served, told)
        expect(problem === null).toBe(fitsNaively(made, others))
      }),
      { numRuns: 300 },
    )
  })

  it('is refused with both named, or without telling what the reader may not know', () => {
    const told = {
      ...toldOf({ on: day, from: '14:00', until: '16:00', timed: true, activity: '环保' }),
      where: '护河队',
    }
    const about = { name: '张三', member: 'm', activity: '巡逻' }
    const served = serve(day, '15:00', '17:00')
    expect(whyNotBeside(about, served, [told])?.message).toBe(
      '“张三”在 8 月 10 日（周四）14:00–16:00 已有记录：护河队的“环保”，时间重叠。',
    )
    expect(whyNotBeside(about, served, [{ ...told, where: null }])?.message).not.toContain('环保')
    expect(whyNotBeside(about, serve(day, '16:00', '17:00'), [told])).toBeNull()
  })
})

function fitsNaively(made: Made, others: readonly Made[]): boolean {
  const minutes = (one: Made) => {
    const { startsAt, minutes } = timeOf(one)
    return startsAt === null ? [] : Array.from({ length: minutes }, (_, at) => since(startsAt) + at)
  }
  const taken = new Set(others.flatMap(minutes))
  const twice = others.some(
    (one) => !one.timed && !made.timed && one.on === made.on && one.activity === made.activity,
  )
  const sameDay = [made, ...others].filter(({ on }) => on === made.on)
  const total = sameDay.reduce((sum, one) => sum + timeOf(one).minutes, 0)
  return !minutes(made).some((minute) => taken.has(minute)) && !twice && total <= 1440
}

describe('A minor', () => {
  const server = (birthYear: number | null, consentedOn: string | null = null): Server => ({
    ...{ name: '小明', birthYear, consentedOn, startsOn: '2023-01-01' as Day, endsOn: null },
  })
  const why = (one: Server, kind: 'rescue' | 'community', on = day) =>
    codeOf(whyNotServe(one, { on, kind }, ['rescue']))

  it('is whoever may be under eighteen, and is kept out of rescue', () => {
    // Born on any day of 2005, one is certainly eighteen from 2024 on.
    expect([isMinor(2005, day), isMinor(2005, '2024-01-01' as Day), isMinor(null, day)]).toEqual([
      true,
      false,
      false,
    ])
    expect([
      why(server(2006), 'rescue'),
      why(server(2004), 'rescue'),
      why(server(2006), 'community'),
    ]).toEqual(['service.minor', null, null])
  })

  it('under fourteen serves only with a guardian’s consent that was given before', () => {
    expect([needsConsent(2009, day), needsConsent(2008, day)]).toEqual([true, false])
    expect(why(server(2012), 'community')).toBe('service.noConsent')
    expect(why(server(2012, '2023-08-11'), 'community')).toBe('service.noConsent')
    expect(why(server(2012, '2023-08-10'), 'community')).toBeNull()
  })

  it('like everybody serves only while in the team', () => {
    expect(why(server(null), 'community', '2022-12-31' as Day)).toBe('service.notInTeam')
    const left = { ...server(null), endsOn: day }
    expect([why(left, 'community'), why(left, 'community', addDays(day, -1))]).toEqual([
      'service.notInTeam',
      null,
    ])
  })
})

describe('A cell', () => {
  it.each([
    ['14:30', '14:30'],
    ['下午2:30', '14:30'],
    ['９点', '09:00'],
    ['14时05分', '14:05'],
    [0.5, '12:00'],
  ])('%s is the time %s', (cell, time) => expect(parseClock(cell)).toEqual({ ok: time }))

  it.each([
    [2.5, 150],
    ['2小时', 120],
    ['1.5', 90],
    ['2小时30分钟', 150],
    ['90分钟', 90],
  ])('%s is %i minutes', (cell, minutes) => expect(parseLength(cell)).toEqual({ ok: minutes }))

  it('that says something else is a problem, and an unknown kind is said to be another', () => {
    for (const found of [
      parseClock('25:00'),
      parseClock('早饭后'),
      parseLength('很久'),
      parseLength(25),
      parseLength(0),
    ])
      expect(found).toHaveProperty('problem')
    expect(parseKind('环境保护')).toEqual({ ok: 'environment' })
    expect(parseKind('义诊')).toMatchObject({ ok: 'other', warning: expect.stringContaining('义诊') })
    expect(asMinute('2023-08-10T24:00')).toBeNull()
  })
})
