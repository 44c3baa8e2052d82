// A faulty rule set is refused with line, column, fault and mend; the shipped ones are faultless and true to their sources.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RuleName, ruleKeys } from './rule-keys.ts'
import { checkRuleSet } from './rule-set-check.ts'

const folder = new URL('../../../rulesets/', import.meta.url)
const shipped = readdirSync(folder).map((file) => ({
  file,
  text: readFileSync(new URL(file, folder), 'utf8'),
}))

const good = `id: local
title: 本地规则集
area: { code: "320585000000", name: 太仓市 }
version: 1
values:
  party.branchFrom: { value: 3, default: true }
`
const faultsOf = (text: string) =>
  checkRuleSet(text, 'a.yaml').faults.map(
    ({ line, column, message, mend }) => `${line}:${column} ${message} ${mend}`,
  )

describe('A rule set', () => {
  it('without a fault is read', () => {
    expect(checkRuleSet(good, 'a.yaml').ruleSet?.values['party.branchFrom']?.value).toBe(3)
  })

  it.each([
    [
      'party.branchFrom',
      'party.branchForm',
      '6:3 不认识的名称「party.branchForm」 是否想写 party.branchFrom？',
    ],
    ['value: 3', 'value: 0', '6:30 「0」'],
    [', default: true', '', '要么写 clause'],
    ['default: true', 'default: true, clause: { document: 文, clause: 一 }', '要么写 clause'],
    ['version: 1', 'version: 0', '4:10'],
    ['320585000000', '320585', '请填写 12 位区划代码'],
    ['{ value: 3, default: true }', '{ value: 3, default: true', '7:1 缩进不对'],
  ])('with %s written as %s is refused at its place', (right, wrong, expected) => {
    const faults = faultsOf(good.replace(right, wrong))
    const [said = ''] = faults
    expect(faults.length).toBeGreaterThan(0)
    expect(said.replace('0 太小', '「0」')).toContain(expected)
  })

  it('made of anything at all is answered, never thrown at', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat({ max: good.length }), (noise, at) => {
        const { ruleSet, faults } = checkRuleSet(good.slice(0, at) + noise + good.slice(at), 'a.yaml')
        expect(ruleSet !== undefined || faults.length > 0).toBe(true)
        for (const { line, column, message } of faults)
          expect([line > 0, column > 0, message.length > 0]).toEqual([true, true, true])
      }),
    )
  })
})

describe.each(shipped)('$file', ({ file, text }) => {
  it('is faultless', () => expect(faultsOf(text)).toEqual([]))

  it('bears the name of its file', () => {
    expect(checkRuleSet(text, file).ruleSet?.id).toBe(file.replace('.yaml', ''))
  })
})

it('The rule set of the country says what the base values say, where both name a document', () => {
  const text = shipped.find(({ file }) => file === 'national.yaml')?.text ?? ''
  const values = Object.entries(checkRuleSet(text, 'national.yaml').ruleSet?.values ?? {})
  expect(values.length).toBeGreaterThan(5)
  for (const [name, entry] of values) {
    const { base, source } = ruleKeys[name as RuleName]
    expect(entry.value).toEqual(base)
    if (source !== 'default') expect(entry.clause).toEqual(source)
  }
})
