// Who may claim, until when, and which step follows which: against slower, plainer accounts.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, yearOf } from '../../kernel/time.ts'
import { type RewardStatus, rewardStatuses, rewardSteps } from './reward.ts'
import { claimableUntil, whyNotApply, whyNotClaim, whyNotCorrect, whyNotStep } from './reward-rules.ts'

const today = '2023-08-25' as Day
const anyDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2022-01-01' as Day, days))

const terms = { amounts: { assistant: 100_000, qualified: 200_000, senior: 0 }, claimUntil: 6 }
const claim = { identity: '11010519491231002X', grade: 'assistant', obtainedOn: '2022-03-01' as Day } as const

describe('a reward', () => {
  it('is claimed until the month of the following year that the rule names', () => {
    expect(claimableUntil('2022-03-01' as Day, 0)).toBe('2022-12-31')
    expect(claimableUntil('2022-12-31' as Day, 6)).toBe('2023-06-30')
    expect(claimableUntil('0001-01-01' as Day, 6)).toBe('0002-06-30')
    fc.assert(
      fc.property(anyDay, fc.nat(12), (day, months) => {
        const last = claimableUntil(day, months)
        expect([addDays(last, 1).slice(8), yearOf(addDays(last, 1))]).toEqual([
          '01',
          yearOf(day) + (months === 12 ? 2 : 1),
        ])
      }),
    )
  })

  it('names every fault under its field', () => {
    expect(whyNotApply(claim, terms, '2023-06-30' as Day)).toBeNull()
    const wrong = { identity: '1', grade: 'senior', obtainedOn: '2021-03-01' as Day } as const
    expect(whyNotApply(wrong, terms, today)?.body.faults?.map(({ at }) => at)).toEqual([
      'identity',
      'grade',
      'obtainedOn',
    ])
  })

  it('is in time by the day of the first application, however often it is mended', () => {
    const applied = '2023-06-30' as Day
    expect(whyNotApply({ ...claim, identity: null }, terms, '2023-09-01' as Day, applied)).toBeNull()
    expect(whyNotApply({ ...claim, identity: null }, terms, '2023-09-01' as Day)?.body.faults).toMatchObject([
      { at: 'obtainedOn' },
    ])
    const later = { ...claim, obtainedOn: '2023-09-02' as Day }
    expect(whyNotApply(later, terms, '2023-09-01' as Day, applied)?.body.faults).toMatchObject([
      { at: 'obtainedOn', message: '取得日期不能晚于今天' },
    ])
  })

  it('is offered to the owner of a certificate exactly when a claim would stand', () => {
    const aClaim = fc.record({
      grade: fc.constantFrom(...(['assistant', 'qualified', 'senior'] as const)),
      status: fc.constantFrom(...(Object.keys(rewardStatuses) as RewardStatus[])),
    })
    fc.assert(
      fc.property(aClaim, fc.array(aClaim, { maxLength: 4 }), anyDay, ({ grade }, claims, obtainedOn) => {
        const over = ['refused', 'withdrawn']
        const free = claims.every((one) => one.grade !== grade || over.includes(one.status))
        const alone = whyNotApply({ identity: null, grade, obtainedOn }, terms, today) === null
        expect(whyNotClaim({ grade, obtainedOn }, claims, terms, today) === null).toBe(free && alone)
      }),
    )
  })

  it('takes each step from where the table says, and nothing undoes a payment', () => {
    for (const status of Object.keys(rewardStatuses) as RewardStatus[]) {
      for (const step of Object.keys(rewardSteps) as (keyof typeof rewardSteps)[]) {
        const allowed = (rewardSteps[step].from as readonly string[]).includes(status)
        expect(whyNotStep(step, { status }) === null).toBe(allowed)
      }
    }
    expect(whyNotStep('refuse', { status: 'paid' })?.body.code).toBe('reward.paid')
  })

  it('is corrected after the payment only, and never below nothing', () => {
    const paid = { status: 'paid', amount: 100_000, corrections: [{ difference: -40_000 }] } as const
    expect(whyNotCorrect(paid, -60_000)).toBeNull()
    expect(whyNotCorrect(paid, -60_001)?.body.code).toBe('reward.tooMuchBack')
    expect(whyNotCorrect({ ...paid, status: 'approved' }, 0)?.body.code).toBe('reward.notPaid')
  })
})
