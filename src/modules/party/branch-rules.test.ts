// What a branch may be, case by case.
import { describe, expect, it } from 'vitest'
import type { Day } from '../../kernel/time.ts'
import { leadershipFaults, whyNotFrom, whyNotUnite, whyTooFew } from './branch-rules.ts'

const rules = {
  'party.branchFrom': 3,
  'party.branchAtMost': 50,
  'party.jointAtMost': 5,
  'party.committeeFrom': 7,
  'party.committeeSize': { least: 3, most: 7 },
}

describe('A branch', () => {
  it('unites five organizations and not six, at least two, and fifty members', () => {
    const unite = (organizations: number, members: number) =>
      whyNotUnite('joint', { organizations, members }, rules)?.body.code ?? null
    expect([unite(5, 9), unite(6, 9), unite(1, 3), unite(2, 51)]).toEqual([
      null,
      'party.jointTooLarge',
      'party.jointOfOne',
      'party.branchTooLarge',
    ])
    expect(whyNotUnite('joint', { organizations: 6, members: 9 }, rules)?.body.message).toContain(
      '这样会有 6 个',
    )
  })

  it('has three full members', () => {
    expect([whyTooFew(3, rules), whyTooFew(2, rules)?.body.code]).toEqual([null, 'party.tooFewMembers'])
  })

  it('is led by a secretary below seven members, by a committee of three to seven from then on', () => {
    const isLed = (committee: number | null, members: number) =>
      leadershipFaults(committee, members, rules).length === 0
    expect([isLed(null, 6), isLed(null, 7), isLed(3, 6), isLed(3, 7), isLed(8, 20), isLed(2, 7)]).toEqual([
      ...[true, false, false, true, false, false],
    ])
  })

  it('begins on a day that has come, not before what it follows', () => {
    const [before, today, after] = ['2023-01-01', '2023-08-25', '2023-08-26'] as [Day, Day, Day]
    expect(whyNotFrom(after, today, 'from')?.body.faults).toEqual([
      { at: 'from', message: '日期（2023-08-26）还没有到。' },
    ])
    expect(whyNotFrom(before, today, 'from', { day: today, what: '党支部成立' })?.body.message).toContain(
      '早于党支部成立',
    )
    expect(whyNotFrom(today, today, 'from', { day: before, what: '' })).toBeNull()
  })
})
