// How versions are spoken of, and what a form keeps of what was typed.
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/time.ts'
import type { CharterSummary } from '../charter.ts'
import { emptyForm } from '../charter-form.ts'
import { versionName, versionSentence } from './charter-words.ts'
import { settle } from './use-charter-form.ts'

const draft: CharterSummary = {
  ...{ id: '', kind: 'written', status: 'draft', version: null, inForceOn: null, endedOn: null },
  ...{ draftedOn: '2023-08-01' as Day, onBehalf: false, vote: null, file: null },
}
const day = (text: string) => text as Day

describe('A version', () => {
  it.each([
    [draft, '草稿', '还没有表决'],
    [{ ...draft, onBehalf: true }, '草稿', '还没有表决 · 由他人代为填写'],
    [{ ...draft, kind: 'paper' as const }, '待登记的纸质章程', '还没有表决'],
    [{ ...draft, status: 'discarded' as const }, '2023年8月1日起草的一稿', '没有表决'],
    [
      {
        ...draft,
        kind: 'paper' as const,
        status: 'inForce' as const,
        version: 1,
        inForceOn: day('2020-05-01'),
      },
      '第 1 版',
      '没有表决记录 · 自2020年5月1日起有效',
    ],
    [
      {
        ...draft,
        status: 'superseded' as const,
        version: 1,
        inForceOn: day('2020-05-01'),
        endedOn: day('2021-05-01'),
      },
      '第 1 版',
      '没有表决 · 2020年5月1日起，到2021年5月1日前有效',
    ],
  ])('%# is called by what it is and how it came about', (one, name, sentence) => {
    expect(versionName(one)).toBe(name)
    expect(versionSentence(one)).toBe(sentence)
  })
})

describe('A form', () => {
  it('keeps no blanks, no empty lines, and no answers to questions that are not asked', () => {
    const typed = {
      ...{ ...emptyForm, purpose: '  ', place: ' 活动室 ', activities: ['排练 ', '', ' 演出'] },
      ...{ custody: 'none' as const, custodian: '居委会', incomes: ['dues' as const], largeExpense: 500 },
    }
    expect(settle(typed)).toMatchObject({
      ...{ purpose: null, place: '活动室', activities: ['排练', '演出'] },
      ...{ custodian: null, incomes: [], largeExpense: null },
    })
  })
})
