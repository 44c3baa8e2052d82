// The import's own decisions: what the matching still lacks, what may be written, and the words for it.
import { describe, expect, test } from 'vitest'
import type { Import } from '../imports-api.ts'
import {
  goodRows,
  matched,
  outcomeOrder,
  resultText,
  whyNotAll,
  whyNotGood,
  whyNotPreview,
} from './import-words.ts'

const column = (index: number, field: string | null) => ({ index, path: [], field, why: null, samples: [] })
const fields = { name: '组织名称', leader: '负责人' }
const counts = { new: 3, same: 2, changed: 1, problem: 0 }
const ambiguity: Import['ambiguities'][number] = { text: '新农村', rows: 2, candidates: [] }

describe('matching columns', () => {
  const columns = [column(0, null), column(1, 'name'), column(2, 'leader')]

  test('what the person chose goes before what was found, also "not imported"', () => {
    expect(matched(columns, { '0': 'leader', '2': null }).map(({ field }) => field)).toEqual([
      'leader',
      'name',
      null,
    ])
  })

  test('is ready as it was found', () => {
    expect(whyNotPreview({ columns, fields, key: 'name' }, {})).toBeNull()
  })

  test('names the field that two columns claim', () => {
    expect(whyNotPreview({ columns, fields, key: 'name' }, { '0': 'leader' })).toBe(
      '有两列都对应“负责人”，请只留一列',
    )
  })

  test('asks for the name, without which no row can be imported', () => {
    expect(whyNotPreview({ columns, fields, key: 'name' }, { '1': null })).toBe('还没有哪一列对应“组织名称”')
  })
})

describe('writing', () => {
  test('counts only rows that would change something', () => {
    expect(goodRows({ counts })).toBe(4)
  })

  test('of all rows is free when nothing is wrong', () => {
    expect(whyNotAll({ counts, ambiguities: [] })).toBeNull()
  })

  test('of all rows waits for a community that is not chosen, and for bad rows', () => {
    expect(whyNotAll({ counts, ambiguities: [ambiguity] })).toMatch(/1 个同名社区/)
    expect(whyNotAll({ counts: { ...counts, problem: 1200 }, ambiguities: [] })).toMatch(/1,200 行有问题/)
  })

  test('of nothing is refused in words', () => {
    const nothing = { counts: { ...counts, new: 0, changed: 0 }, ambiguities: [] }
    expect(whyNotAll(nothing)).toBe('没有要新增或修改的行')
    expect(whyNotGood(nothing)).toBe('没有要新增或修改的行')
  })
})

test('a result says what was left out only when something was', () => {
  expect(resultText({ added: 1200, changed: 3, same: 0, left: 0 }, { unit: '个' })).toBe(
    '新增 1,200 个，修改 3 个',
  )
  expect(resultText({ added: 1, changed: 0, same: 4, left: 2 }, { unit: '个' })).toBe(
    '新增 1 个，修改 0 个，相同 4 个，没有导入 2 行',
  )
})

test('the tabs begin with what needs care', () => {
  expect(outcomeOrder[0]).toBe('problem')
})
