// The form of an activity: what is typed and sent again changes nothing, and what is wrong stands at its field.
import { expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import { assessable, blank, bodyOf, faultsIn, typedFrom } from './activity-form.ts'

const area = '320585102001'
const typed = {
  ...blank({ organization: null, area, place: '活动室' }),
  ...{ title: '读书会', day: '2023.9.1', expected: 20 },
}

test('an empty form names what it needs, and a filled one needs no more', () => {
  const empty = blank({ organization: null, area: null, place: '' })
  expect(faultsIn(empty).map(({ at }) => at)).toEqual(['title', 'area', 'place', 'from', 'expected'])
  expect(faultsIn(typed)).toEqual([])
  expect(faultsIn({ ...typed, money: '很多', untilDay: '明天' }).map(({ at }) => at)).toEqual([
    'money',
    'signUpUntil',
  ])
})

test('days and clocks become minutes; signing up ends with its day, or when it begins', () => {
  expect(bodyOf(typed)).toMatchObject({ from: '2023-09-01T14:00', to: '2023-09-01T16:00', signUpUntil: null })
  expect(bodyOf({ ...typed, toDay: '2023-09-02', to: '01:00' }).to).toBe('2023-09-02T01:00')
  expect(bodyOf({ ...typed, untilDay: '2023-08-30' }).signUpUntil).toBe('2023-08-30T23:59')
  expect(bodyOf({ ...typed, untilDay: '2023-09-01' }).signUpUntil).toBe('2023-09-01T14:00')
  expect(bodyOf({ ...typed, signUp: false, places: 9, untilDay: '2023-08-30' })).toMatchObject({
    places: null,
    signUpUntil: null,
  })
})

test('what is on record is typed and sent as it stands', () => {
  const body = bodyOf({ ...typed, money: '1,200.50', features: ['outdoors'], toDay: '2023-09-03', places: 5 })
  const again = typedFrom(body as Activity)
  expect(bodyOf(again)).toEqual(body)
})

test('whether it must be reported is asked once there is enough to ask about', () => {
  expect(assessable({ ...typed, expected: null })).toBeNull()
  expect(assessable({ ...typed, day: '9 月' })).toBeNull()
  expect(assessable(typed)).toEqual({
    ...{ area, from: '2023-09-01T14:00', kind: 'other', features: [], expected: 20, money: null },
  })
})
