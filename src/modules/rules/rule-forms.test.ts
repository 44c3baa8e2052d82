// Every parameter of the catalogue can be shown and edited: its base fits its form, and all of it has Chinese words.
import { describe, expect, it } from 'vitest'
import { categories } from '../organizations/choices.ts'
import { type RuleName, ruleKeys } from './rule-keys.ts'
import { choiceName, groupOf, ruleGroups, valueWords, wordless } from './rule-words.ts'
import { emptyOf, shapeOf } from './value-shape.ts'

const names = Object.keys(ruleKeys) as RuleName[]

describe.each(names)('%s', (name) => {
  const { schema, base, source, title } = ruleKeys[name]
  const shape = shapeOf(schema)

  it('has a base that fits its form, a group, and Chinese words for all of it', () => {
    expect(schema.safeParse(base).error).toBeUndefined()
    expect(ruleGroups[groupOf(name)]).toBeDefined()
    expect(title).toMatch(/\p{Script=Han}/u)
    expect(wordless(name, shape)).toEqual([])
    expect(valueWords(name, shape, base)).not.toMatch(/undefined|null|\[object/)
    expect(emptyOf(shape)).toBeDefined()
    if (source !== 'default') expect(Object.values(source).every((words) => words.length > 1)).toBe(true)
  })
})

describe('A category that may be registered directly', () => {
  it('is called as in the register', () => {
    for (const [name, label] of Object.entries(categories))
      expect(choiceName('filing.directCategories', name)).toBe(label)
  })
})

describe('A value in words', () => {
  const words = (name: RuleName, value: unknown) => valueWords(name, shapeOf(ruleKeys[name].schema), value)

  it('is what a person would say', () => {
    expect(words('party.branchFrom', 3)).toBe('3')
    expect(words('filing.acceptLimit', { days: 5, unit: 'workingDays' })).toBe('5 个工作日')
    expect(words('filing.filedMaterials', ruleKeys['filing.filedMaterials'].base)).toBe(
      '申请表、成员名册、章程（或活动公约）、活动场所证明',
    )
    expect(words('tiering.association.money', 3_000_000)).toBe('30,000 元')
    expect(words('tiering.association.place', true)).toBe('是')
    expect(words('naming.shortPlaces', 'refused')).toBe('不可以')
    expect(words('charters.amendMajority', { part: 2, of: 3, more: false })).toBe('2/3 以上')
  })
})
