// The parameters with their forms, read from the catalogue once; grouped and searched for the page.
import { type RuleName, ruleKeys } from '../rule-keys.ts'
import { groupOf, ruleGroups, valueWords } from '../rule-words.ts'
import type { RuleView } from '../rules-api.ts'
import { type Shape, shapeOf } from '../value-shape.ts'

const shapes = new Map<RuleName, Shape>()

export function shapeFor(name: RuleName): Shape {
  const known = shapes.get(name)
  if (known) return known
  const shape = shapeOf(ruleKeys[name].schema)
  shapes.set(name, shape)
  return shape
}

export const wordsFor = (name: RuleName, value: unknown): string => valueWords(name, shapeFor(name), value)

export const titleOf = (name: RuleName): string => ruleKeys[name].title

export type RuleGroup = { id: string; title: string; rules: RuleView[] }

/** In the order of an organization's life; only those whose title or value has the words looked for. */
export function groupsOf(rules: readonly RuleView[], wanted: string): RuleGroup[] {
  const found = rules.filter(({ name, value }) =>
    `${titleOf(name)} ${wordsFor(name, value)}`.includes(wanted),
  )
  const ids = [...new Set([...Object.keys(ruleGroups), ...found.map(({ name }) => groupOf(name))])]
  return ids
    .map((id) => ({
      id,
      title: ruleGroups[id] ?? '其他',
      rules: found.filter(({ name }) => groupOf(name) === id),
    }))
    .filter((group) => group.rules.length > 0)
}
