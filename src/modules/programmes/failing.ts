// The units that hold a target back, worst first.
import { type Columns, columnsOf, lackAt } from './columns.ts'
import type { Failing, PartCount } from './figure.ts'
import type { PlannedTarget } from './plan.ts'
import type { World } from './population.ts'
import type { Rule } from './rule.ts'
import type { AreaUnit } from './tree.ts'

/** The failing units of a target in the area at `at`; for calendar years those of the last one. */
export function failingOf(planned: PlannedTarget, world: World, at: number): Failing[] {
  const trial = planned.trials.at(-1)
  if (!trial) return []
  const columns = columnsOf(trial.rule, world)
  const found: Failing[] = []
  for (let unit = at; unit < (world.tree.ends[at] as number); unit++) {
    const failing = failingUnit(trial.rule, columns, world, unit)
    if (failing) found.push(failing)
  }
  return found.sort(worstFirst)
}

const worstFirst = (a: Failing, b: Failing): number =>
  b.lacking + b.exceeding - (a.lacking + a.exceeding) || a.has - b.has || (a.code < b.code ? -1 : 1)

function failingUnit(rule: Rule, columns: Columns, { tree }: World, at: number): Failing | null {
  if (!columns.each || !columns.members?.[at]) return null
  const lacking = columns.each.lacking[at] as number
  const exceeding = columns.each.exceeding[at] as number
  if (lacking === 0 && exceeding === 0) return null
  const { code, name } = tree.units[at] as AreaUnit
  const parts = partCounts(columns, at)
  const has =
    rule.kind === 'quantified' ? parts.reduce((sum, part) => sum + part.has, 0) : (columns.top[at] as number)
  return { code, name, has, lacking, exceeding, parts: parts.length > 1 ? parts : null }
}

/** What an area has and lacks of each part of a composed target; empty for any other. */
export function partsAt({ trials }: PlannedTarget, world: World, at: number): PartCount[] {
  const rule = trials.at(-1)?.rule
  return rule?.kind === 'quantified' && rule.parts.length > 1 ? partCounts(columnsOf(rule, world), at) : []
}

const partCounts = ({ parts }: Columns, at: number): PartCount[] =>
  parts.map((part) => ({
    title: part.title,
    has: part.columns.top[at] as number,
    ...lackAt(part.rule, part.columns, at),
  }))
