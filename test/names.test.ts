// The names of the made-up organizations, read by the rules that real ones follow.
import { expect, test } from 'vitest'
import { nameFor } from '../src/demo/names.ts'
import { chanceFrom } from '../src/demo/random.ts'
import { fieldWords } from '../src/modules/naming/field-words.ts'
import { baseNamingRules } from '../src/modules/naming/naming-rules.ts'
import type { Place } from '../src/modules/naming/places.ts'
import { readName } from '../src/modules/naming/read-name.ts'
import { type Category, categories } from '../src/modules/organizations/choices.ts'

const places: Place[] = [
  { level: 'county', name: '太仓市' },
  { level: 'township', name: '浮桥镇' },
  { level: 'community', name: '牌楼社区' },
]

test('each is taken apart at its seams, and none breaks a rule', () => {
  const chance = chanceFrom(7)
  const taken = new Set<string>()
  for (const category of Object.keys(categories) as Category[]) {
    for (let count = 0; count < 60; count++) {
      const name = nameFor(chance, '牌楼社区', category, taken)
      const { parts, faults } = readName(name, { places, kind: 'group', rules: baseNamingRules })
      expect([name, faults]).toEqual([name, []])
      expect(parts.map(({ part }) => part)).toEqual(['community', 'tradeName', 'field', 'form'])
    }
  }
})

test('the words of naming are sorted by the categories of the register', () => {
  expect(Object.keys(fieldWords).sort()).toEqual(Object.keys(categories).sort())
})
