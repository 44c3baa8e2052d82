// The words of a year: what is known on the page is not said again, and numbers say of which time they are.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../kernel/time.ts'
import { wordsOn } from './fact.ts'
import { sheetParts, type Weighed } from './sheet-parts.ts'
import { partMeasures } from './year-parts.ts'
import { absentWords, countWords, dayWords, endWord, quantityWords, spanWords } from './year-words.ts'

const fact: Weighed['fact'] = {
  ...{ id: 'certificates 1', measure: 'certificates', measureTitle: '备案证书', unit: '张', kind: 'stock' },
  ...{ day: '2022-03-01', until: null, title: '', note: '', detail: null, link: null, quantity: 1 },
}

describe('The words of a record on its own organization’s page', () => {
  it('leave out the name and the day that are known there', () => {
    const told = { label: '海棠合唱队', note: '2023-05-01 · 骨干培训 · 负责人', day: '2023-05-01' }
    expect(wordsOn('海棠合唱队', { ...told, kind: 'flow' })).toEqual({ title: '骨干培训', note: '负责人' })
  })

  it('put what bears its name last of what happened, and leave it first of what lasts', () => {
    const told = { label: '海棠合唱队党支部', note: '主题党日 · 学习', day: '2023-05-01' }
    expect(wordsOn('海棠合唱队', { ...told, kind: 'flow' })).toEqual({
      title: '主题党日',
      note: '学习 · 海棠合唱队党支部',
    })
    expect(wordsOn('海棠合唱队', { ...told, kind: 'stock' }).title).toBe('海棠合唱队党支部')
  })

  it('are never empty', () => {
    const words = fc.string({ minLength: 1, maxLength: 5 }).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(
        words,
        words,
        fc.string({ maxLength: 9 }),
        fc.constantFrom('flow', 'stock'),
        (own, label, note, kind) => {
          expect(wordsOn(own, { label, note, day: '2023-05-01', kind }).title).not.toBe('')
        },
      ),
    )
  })
})

describe('The numbers of a year', () => {
  it('say whether they are those of the year or of its last day', () => {
    const line = { measure: 'x', title: '证书', unit: '张', facts: [], more: 0, quantity: 2, begun: 1 }
    expect(quantityWords({ ...line, kind: 'stock' }, '年末')).toBe('年末 2 张，本年新增 1 张')
    expect(quantityWords({ ...line, kind: 'stock', begun: 0 }, '现在')).toBe('现在 2 张')
    expect(quantityWords({ ...line, kind: 'flow', quantity: 1234.5 }, '年末')).toBe('1,234.5 张')
    const [whole, running] = [
      { year: 2022, to: '2022-12-31' as Day },
      { year: 2023, to: '2023-08-25' as Day },
    ]
    expect([endWord(whole), endWord(running)]).toEqual(['年末', '现在'])
    expect([spanWords(whole), spanWords(running)]).toEqual(['2022 年全年', '2023 年，截至 2023-08-25'])
  })

  it('tell that the organization was not on the register only when it was not', () => {
    expect(absentWords(false, false, '年末')).toBe(null)
    expect(absentWords(true, false, '现在')).toContain('年初')
    expect(absentWords(false, true, '现在')).toContain('现在')
    expect(absentWords(true, true, '年末')).toBe('年初和年末都不在名录上。')
  })

  it('say from when to when a fact lasted, and how much of it there is when it is not one', () => {
    const to = '2023-08-25' as Day
    expect(dayWords(fact, to)).toBe('2022-03-01 起')
    expect(dayWords({ ...fact, until: '2023-09-01' }, to)).toBe('2022-03-01 起')
    expect(dayWords({ ...fact, until: '2023-05-01' }, to)).toBe('2022-03-01 至 2023-05-01')
    expect(dayWords({ ...fact, kind: 'flow' }, to)).toBe('2022-03-01')
    expect(countWords({ ...fact, kind: 'flow', quantity: 5, unit: '人次' })).toBe('5 人次')
    expect(countWords({ ...fact, kind: 'flow' })).toBe('')
  })

  it('add up to those of the facts, whichever are listed', () => {
    const measures = partMeasures.map(({ measure }) => measure)
    const one = fc.record({
      measure: fc.constantFrom(...measures),
      held: fc.integer({ min: 0, max: 9 }),
      begun: fc.integer({ min: 0, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(one), fc.integer({ min: 1, max: 5 }), (facts, shown) => {
        const weighed = facts.map(({ measure, held, begun }) => ({ fact: { ...fact, measure }, held, begun }))
        const parts = sheetParts(measures, weighed, shown)
        const lines = parts.flatMap((part) => part.lines)
        for (const line of lines) {
          const own = facts.filter(({ measure }) => measure === line.measure)
          const counted = own.reduce((sum, each) => sum + (line.kind === 'stock' ? each.held : each.begun), 0)
          expect(line.quantity).toBe(counted)
          expect(line.facts.length + line.more).toBe(own.length)
        }
        expect(lines.reduce((sum, line) => sum + line.facts.length + line.more, 0)).toBe(facts.length)
      }),
    )
  })
})
