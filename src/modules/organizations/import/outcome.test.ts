// What a row says of an organization: statements, assumptions, changes, and what only repeats what is known.
import { describe, expect, test } from 'vitest'
import type { Day } from '../../../kernel/time.ts'
import { type MatchedColumn, readRow } from './draft-row.ts'
import type { FieldId } from './fields.ts'
import { changesIn, faultsOf, maskedRemarks, newDraft, statementOf } from './outcome.ts'
import { parsers } from './read-field.ts'
import type { Cell } from './table.ts'

const rowOf = (cells: Partial<Record<FieldId, Cell>>) => {
  const columns = Object.keys(cells).map((field, index) => ({ index, field }) as MatchedColumn)
  return readRow(6, Object.values(cells) as Cell[], columns, parsers)
}

describe('a row', () => {
  test('keeps values, warnings and problems by cell, and says nothing for empty cells', () => {
    const row = rowOf({
      name: '百灵合唱队',
      members: '约20',
      foundedOn: '2023-02-30',
      leader: ' ',
      note: null,
    })
    expect(row.row).toBe(7)
    expect(row.given).toEqual({ name: '百灵合唱队', members: 20 })
    expect(row.warnings.map(({ cell }) => cell)).toEqual(['B7'])
    expect(row.problems.map(({ cell }) => cell)).toEqual(['C7'])
  })

  test('says again less exactly what is known: no change', () => {
    const known = { name: '甲队', foundedOn: '2021-09-15', phone: '13812345678' }
    const row = rowOf({ name: '甲队', foundedOn: '2021.9', phone: '138****5678' })
    expect(changesIn(statementOf(row, known), known)).toEqual([])
    expect(maskedRemarks(row, known)).toEqual([])
    expect(changesIn(statementOf(rowOf({ foundedOn: '2021.10' }), known), known)).toMatchObject([
      { field: 'foundedOn', from: '2021-09-15', to: '2021-10-01' },
    ])
  })

  test('with a masked number that is not the one on record leaves that, and says so', () => {
    const row = rowOf({ phone: '139****5678' })
    const known = { phone: '13812345678' }
    expect(changesIn(statementOf(row, known), known)).toEqual([])
    expect(maskedRemarks(row, known)[0]?.message).toContain('没有改动名录里的号码')
    expect(maskedRemarks(row, null)[0]?.message).toContain('没有登记号码')
  })

  test('changes a number without showing it', () => {
    const known = { phone: '13812345678' }
    expect(changesIn(statementOf(rowOf({ phone: '13900001111' }), known), known)).toEqual([
      { field: 'phone', label: '联系电话', from: '138****5678', to: '139****1111' },
    ])
  })
})

describe('a new organization', () => {
  test.each([
    [{}, 'guided', 'none'],
    [{ filedOn: '2021-1-1' }, 'filed', 'none'],
    [{ registeredOn: '2021-1-1' }, 'filed', 'none'],
    [{ legalForm: '社会团体' }, 'registered', 'association'],
    [{ unifiedCode: '52320585MJ0000106T' }, 'registered', 'serviceAgency'],
    [{ unifiedCode: '123' }, 'filed', 'none'],
  ] as [Partial<Record<FieldId, Cell>>, string, string][])(
    '%j is assumed to be %s, %s',
    (cells, tier, form) => {
      const { draft, assumed } = newDraft(statementOf(rowOf(cells)), '320585101001')
      expect([draft.tier, draft.legalForm]).toEqual([tier, form])
      expect(assumed[0]).toContain('没有写管理方式')
    },
  )

  test('must have a name and a category, and no contradiction', () => {
    const row = rowOf({ name: null, category: null, members: 3, partyMembers: 5 })
    const { draft } = newDraft(statementOf(row), '320585101001')
    expect(faultsOf(row, draft, '2023-08-25' as Day, true)).toEqual([
      { cell: 'A7', message: '没有写组织名称' },
      { cell: 'B7', message: '没有写类别' },
      { cell: 'D7', message: '党员人数（5）多于成员人数（3）' },
    ])
  })
})
