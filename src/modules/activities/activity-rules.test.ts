// The life of an activity: every step from every state, and what the clock and an answer have to say.
import { expect, it, test } from 'vitest'
import type { Minute } from '../../kernel/minute.ts'
import { ActivityDraft, type ActivityStatus, Attendance, activityStatuses } from './activity.ts'
import { type Step, steps, whyNot, whyNotFewer } from './activity-rules.ts'
import { freeFor, seatFor } from './sign-up-rules.ts'

const begins = '2023-09-01T14:00' as Minute
const ends = '2023-09-01T16:00' as Minute
const during = '2023-09-01T15:00' as Minute
const before = '2023-08-01T09:00' as Minute

const allowed: Record<ActivityStatus, Step[]> = {
  planned: ['publish', 'hold', 'cancel'],
  published: ['hold', 'cancel'],
  held: ['conclude'],
  concluded: [],
  cancelled: [],
}

it.each(Object.keys(activityStatuses) as ActivityStatus[])(
  'from %s only the drawn steps lead on',
  (status) => {
    const standing = { status, from: begins, to: ends, report: null }
    const found = (Object.keys(steps) as Step[]).filter((step) => whyNot(step, standing, during) === null)
    expect(found.sort()).toEqual([...allowed[status]].sort())
  },
)

test('nothing is recorded before it began, published after it ended or against an objection', () => {
  const planned = { status: 'planned', from: begins, to: ends, report: null } as const
  expect(whyNot('hold', planned, before)?.body.code).toBe('activity.notBegun')
  expect(whyNot('publish', planned, ends)?.body.code).toBe('activity.over')
  expect(whyNot('publish', { ...planned, report: 'objected' }, before)?.body.code).toBe('activity.objected')
  expect(whyNot('publish', { ...planned, report: 'conditional' }, before)).toBeNull()
})

test('those who have a place keep it', () => {
  expect(whyNotFewer(9, 10)?.body.faults?.[0]?.at).toBe('places')
  expect(whyNotFewer(10, 10)).toBeNull()
  expect(whyNotFewer(null, 10)).toBeNull()
})

test('a place is given while there is one, then a turn, then nothing', () => {
  const seat = (going: number, waiting: number) => seatFor({ places: 2, waitingAtMost: 1, going, waiting })
  expect([seat(0, 0), seat(1, 0), seat(2, 0), seat(2, 1)]).toEqual(['going', 'going', 'waiting', null])
  expect(seatFor({ places: null, waitingAtMost: 0, going: 5000, waiting: 0 })).toBe('going')
  expect(freeFor({ places: 5, going: 3, waiting: 9 })).toBe(2)
  expect(freeFor({ places: 5, going: 6, waiting: 9 })).toBe(0)
  expect(freeFor({ places: null, going: 6, waiting: 9 })).toBe(9)
})

const plan = {
  ...{ title: '读书会', area: '320585102001', place: '活动室', from: begins, to: ends, expected: 20 },
}
const faults = (draft: object) =>
  ActivityDraft.safeParse({ ...plan, ...draft }).error?.issues.map(({ path }) => path.join('.')) ?? []

test('a plan ends after it begins, and signing up ends before that', () => {
  expect(faults({})).toEqual([])
  expect(faults({ to: begins })).toEqual(['to'])
  expect(faults({ signUpUntil: during })).toEqual(['signUpUntil'])
  expect(faults({ from: '2023-12-31T23:00', to: '2024-01-01T00:30' })).toEqual([])
  expect(faults({ expected: 0, money: -1, places: 0 }).sort()).toEqual(['expected', 'money', 'places'])
})

test('of no kind more came than in all; of several kinds together more may be', () => {
  const wrong = (served: object) => Attendance.safeParse({ attended: 10, served }).error?.issues[0]?.path
  expect(wrong({ elderly: 11 })).toEqual(['served', 'elderly'])
  expect(wrong({ elderly: 8, disabled: 6 })).toBeUndefined()
})
