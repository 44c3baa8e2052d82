// What a branch owes, against a walk from day to day.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, daysBetween } from '../../kernel/time.ts'
import { partyKeys } from '../rules/keys/party-keys.ts'
import { nextExpected, owedOn, periodMonths, periodOf } from './life-rules.ts'

const start = '2022-01-01' as Day
const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(start, days))
const every = fc.constantFrom(...(Object.keys(periodMonths) as (keyof typeof periodMonths)[]))

/** A name for the period in which a day lies: 2023-2 is its second quarter. */
const nameOf = (months: number, at: Day): string =>
  `${at.slice(0, 4)}-${Math.ceil(Number(at.slice(5, 7)) / months)}`

describe('A period', () => {
  it('is exactly the days that bear the same name', () => {
    fc.assert(
      fc.property(day, every, (at, each) => {
        const { from, to } = periodOf(each, at)
        const named = (one: Day) => nameOf(periodMonths[each], one) === nameOf(periodMonths[each], at)
        expect([from <= at && at <= to, named(from), named(to)]).toEqual([true, true, true])
        expect([named(addDays(from, -1)), named(addDays(to, 1))]).toEqual([false, false])
      }),
    )
  })
})

describe('What comes next', () => {
  it('is the first period from the beginning on after that of the last meeting', () => {
    fc.assert(
      fc.property(day, day, every, (begun, held, each) => {
        const months = periodMonths[each]
        let at = begun
        const isSame = (one: Day) => nameOf(months, one) === nameOf(months, held)
        if (held >= begun || isSame(begun)) while (at <= held || isSame(at)) at = addDays(at, 1)
        expect(nextExpected(each, begun, held)).toEqual(periodOf(each, at))
      }),
      { numRuns: 60 },
    )
  })
})

describe('A branch owes', () => {
  const rules = { 'party.lifeEvery': partyKeys['party.lifeEvery'].base }
  const today = '2023-08-25' as Day

  it('no committee meeting without a committee, and everything else in its time', () => {
    const owed = owedOn(today, rules, {
      ...{ committee: null, start: '2023-06-10' as Day },
      lastHeld: { themeDay: '2023-07-20' as Day, membersMeeting: '2023-07-02' as Day },
    })
    expect(owed.map(({ kind, held, due }) => [kind, held, due])).toEqual([
      ['membersMeeting', true, null],
      ['themeDay', false, '2023-08-31'],
      ['lecture', false, '2023-12-31'],
      ['lifeMeeting', false, '2023-12-31'],
      ['appraisal', false, '2023-12-31'],
    ])
    expect(owedOn(today, rules, { committee: 3, start: today, lastHeld: {} })[0]).toMatchObject({
      kind: 'committeeMeeting',
      due: '2023-08-31',
    })
  })

  it('what was missed until it is made good: the due day is past', () => {
    const [themeDay] = owedOn(today, rules, {
      ...{ committee: null, start: '2023-03-01' as Day },
      lastHeld: { themeDay: '2023-05-31' as Day, membersMeeting: today },
    }).filter(({ kind }) => kind === 'themeDay')
    expect(themeDay).toMatchObject({ held: false, due: '2023-06-30', lastHeld: '2023-05-31' })
    expect(daysBetween(themeDay?.due ?? today, today)).toBe(56)
  })
})
