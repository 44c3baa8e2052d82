// The rules of 扫码签到 against a naive second way: when a code holds, and what is a name.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, type Instant } from '../../kernel/time.ts'
import { arrivalsAtMost, takenOff, whyNotArrive, whyNotName, whyNotOpen } from './check-in-rules.ts'

const hall = {
  ...({ status: 'announced', kind: 'onSite', endsAt: '11:30' } as const),
  ...{ heldOn: '2023-09-10' as Day, until: '2023-09-11' as Day },
}
const code = { day: '2023-09-10' as Day, closed: false, renewed: false, arrivals: 3 }
const at = (day: string, clock: string) => new Date(`${day}T${clock}:00+08:00`).toISOString() as Instant
const wordOf = (problem: ReturnType<typeof whyNotArrive>) => problem?.body.code ?? null

describe('A code', () => {
  it('opens on the days of a training, until half an hour after its hour', () => {
    const whole = fc.record({
      offset: fc.integer({ min: -3, max: 4 }),
      minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
      ends: fc.option(fc.integer({ min: 0, max: 24 * 60 - 1 })),
      status: fc.constantFrom('announced', 'held', 'cancelled'),
      kind: fc.constantFrom('onSite', 'online'),
    })
    const clock = (minute: number) =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(whole, ({ offset, minute, ends, status, kind }) => {
        const day = addDays(hall.heldOn, offset)
        const endsAt = ends === null ? null : clock(ends)
        const may =
          status !== 'cancelled' &&
          kind === 'onSite' &&
          (offset === 0 || offset === 1) &&
          minute <= (ends ?? 9999) + 30
        expect(whyNotOpen({ ...hall, status, kind, endsAt }, at(day, clock(minute))) === null).toBe(may)
        if (!may)
          expect(
            whyNotArrive({ ...hall, status, kind, endsAt }, { ...code, day }, at(day, clock(minute))),
          ).not.toBeNull()
      }),
    )
  })

  it('is refused in words once it is of another day, renewed, closed, over or full', () => {
    const now = at('2023-09-10', '09:00')
    expect(whyNotArrive(hall, code, now)).toBeNull()
    expect(wordOf(whyNotArrive(hall, code, at('2023-09-11', '09:00')))).toBe('checkIn.otherDay')
    expect(whyNotArrive(hall, code, at('2023-09-11', '09:00'))?.message).toContain('9 月 10 日')
    expect(wordOf(whyNotArrive(hall, { ...code, closed: true, renewed: true }, now))).toBe('checkIn.renewed')
    expect(wordOf(whyNotArrive(hall, { ...code, closed: true }, now))).toBe('checkIn.closed')
    expect(wordOf(whyNotArrive(hall, code, at('2023-09-10', '12:01')))).toBe('checkIn.over')
    expect(wordOf(whyNotArrive(hall, { ...code, arrivals: arrivalsAtMost }, now))).toBe('checkIn.full')
    expect(wordOf(whyNotArrive({ ...hall, status: 'cancelled' }, code, now))).toBe('checkIn.cancelled')
    // The day of the training was moved after the code had been printed.
    expect(wordOf(whyNotArrive({ ...hall, heldOn: '2023-09-11' as Day }, code, now))).toBe('checkIn.over')
  })
})

describe('A name', () => {
  it('has letters and no number', () => {
    for (const name of ['王芳', '王芳（大）', '王芳2', 'Ana', '阿依古丽·买买提', '𠮷田'])
      expect(whyNotName(name)).toBeNull()
    for (const name of ['13900001234', '王芳 １３９００００１２３４', '🙂', '——', '12'])
      expect(whyNotName(name)).not.toBeNull()
    expect(takenOff('王芳').message).toContain('王芳')
  })
})
