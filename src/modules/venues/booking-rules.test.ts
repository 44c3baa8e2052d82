// What may become of a booking, step by step.
import { describe, expect, it } from 'vitest'
import type { Instant } from '../../kernel/time.ts'
import { type BookingStatus, bookingStatuses } from './booking.ts'
import { type BookingStep, bookingSteps, isShortNotice, whyNotStep } from './booking-rules.ts'

const at = (hour: number) => `2023-08-30T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant
const times = { startsAt: at(6), endsAt: at(8) }
const statuses = Object.keys(bookingStatuses) as BookingStatus[]
const steps = Object.keys(bookingSteps) as BookingStep[]

/** Status → steps that can be taken before it begins, and after it is over; written out a second time. */
const before: Partial<Record<BookingStatus, BookingStep[]>> = {
  asked: ['accept', 'decline', 'withdraw'],
  accepted: ['cancel'],
}
const after: Partial<Record<BookingStatus, BookingStep[]>> = {
  asked: ['decline', 'withdraw'],
  accepted: ['use', 'miss'],
  used: ['miss'],
  unused: ['use'],
}

describe.each(statuses)('a booking that is %s', (status) => {
  const possible = (now: Instant) =>
    steps.filter((step) => whyNotStep(step, { status, ...times }, now) === null)

  it('goes on as the chart says, before it begins and after it is over', () => {
    expect(possible(at(5))).toEqual(before[status] ?? [])
    expect(possible(at(9))).toEqual(after[status] ?? [])
  })

  it('is neither accepted, cancelled nor recorded while it goes on', () => {
    for (const step of ['accept', 'cancel', 'use', 'miss'] as const)
      expect(whyNotStep(step, { status, ...times }, at(7))).not.toBeNull()
  })
})

it('notice is short when fewer hours are left than the rule asks for', () => {
  expect(isShortNotice(at(12), at(6), 6)).toBe(false)
  expect(isShortNotice(at(12), at(6), 7)).toBe(true)
  expect(isShortNotice(at(12), at(6), 0)).toBe(false)
})
