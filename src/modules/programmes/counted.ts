// Which records a target counts in an area: the facts, the units they must lie in, the organizations they must be of.
import type { AreaLevel } from '../areas/area.ts'
import { type Columns, columnsOf } from './columns.ts'
import type { PlannedTarget } from './plan.ts'
import type { World } from './population.ts'
import type { OfOrganizations, Rule } from './rule.ts'
import type { Facts, Tally } from './tally.ts'

type Settled = 'urban' | 'rural' | null

/** Units of one level, by code; a record counts when it lies in one of them. */
export type Inside = { level: AreaLevel; codes: readonly string[] }

export type Counted = {
  facts: Facts
  located: Settled
  /** All of these must hold: a target may quantify over units within units. */
  inside: readonly Inside[]
  /** Only facts of these organizations, wherever the fact lies; null for facts that lie in the area asked. */
  of: { facts: Facts; located: Settled; within: readonly string[] | null } | null
}

/** The union of these is what the figure of the target in the area at `at` rests on; of calendar years the last one. */
export function countedBy(planned: PlannedTarget, world: World, at: number): Counted[] {
  const rule = planned.trials.at(-1)?.rule
  return rule ? countedIn(rule, columnsOf(rule, world), world, at, []) : []
}

function countedIn(
  rule: Rule,
  columns: Columns,
  world: World,
  at: number,
  inside: readonly Inside[],
): Counted[] {
  if (rule.kind === 'organizations') return [ofOrganizations(rule, inside)]
  if (rule.kind === 'quotient')
    return [{ facts: factsOf(rule.top.tally), located: rule.top.located, inside, of: null }]
  const units = [...inside, membersIn(columns, world, at)]
  if (rule.kind === 'average')
    return [{ facts: factsOf(rule.top.tally), located: rule.top.located, inside: units, of: null }]
  return rule.parts.flatMap((part, index) => {
    const inner = columns.parts[index]?.columns
    return inner ? countedIn(part.rule, inner, world, at, units) : []
  })
}

const ofOrganizations = (
  { tally, located, within }: OfOrganizations,
  inside: readonly Inside[],
): Counted => ({
  facts: factsOf(tally),
  located: null,
  inside,
  of: tally.grain === 'organizations' ? { facts: tally.population, located, within } : null,
})

const factsOf = (tally: Tally): Facts => tally.facts

/** The units of a population in the area and below it. */
function membersIn({ members }: Columns, { tree }: World, at: number): Inside {
  const found = tree.units.slice(at, tree.ends[at]).filter((_, offset) => members?.[at + offset])
  return { level: found[0]?.level ?? 'community', codes: found.map(({ code }) => code) }
}
