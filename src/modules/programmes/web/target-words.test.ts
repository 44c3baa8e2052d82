// Checks the small words beside a target: its line, its footnotes, which one a page opens with.
import { describe, expect, it } from 'vitest'
import type { ProgrammeView, TargetRow } from '../programmes-api.ts'
import { footnotesOf, mostUrgent, targetLine } from './target-words.ts'

const row = (change: Partial<TargetRow>): TargetRow =>
  ({
    clause: '二（一）1',
    judge: 'average',
    strength: '必须',
    years: null,
    readings: [],
    ...change,
  }) as TargetRow

describe('the small line under a target', () => {
  it('leaves 必须 out, because it is the rule', () => {
    expect(targetLine(row({}))).toBe('二（一）1 · 平均')
  })

  it('names a weaker wording, and the year of a demand on every year', () => {
    const years = [2021, 2022].map((year) => ({ year, state: 'met' as const, value: '1', gap: '' }))
    expect(targetLine(row({ judge: 'each', strength: '力争', years }))).toBe(
      '二（一）1 · 逐个 · 2022 年度 · 力争',
    )
  })
})

describe('footnotes', () => {
  const programme = { readings: [{ id: 'about' }, { id: 'quality' }] } as ProgrammeView

  it('are numbered as in the list below the table', () => {
    expect(footnotesOf(row({ readings: ['quality', 'about'] }), programme)).toEqual([2, 1])
  })

  it('are left out while the programme is on its way, or when the list lacks them', () => {
    expect(footnotesOf(row({ readings: ['quality'] }), undefined)).toEqual([])
    expect(footnotesOf(row({ readings: ['gone'] }), programme)).toEqual([])
  })
})

describe('the target that a page opens with', () => {
  it('is the overdue one before the one that is behind, and the first of equals', () => {
    const rows = [
      row({ target: 'a', state: 'met' }),
      row({ target: 'b', state: 'behind' }),
      row({ target: 'c', state: 'overdue' }),
      row({ target: 'd', state: 'overdue' }),
    ]
    expect(mostUrgent(rows)?.target).toBe('c')
  })

  it('is none when there is no target', () => {
    expect(mostUrgent([])).toBeUndefined()
  })
})
