// The units that a target looks at one by one, in an area.
import { columnsOf } from './columns.ts'
import { populationOf } from './figure-shape.ts'
import type { PlannedTarget } from './plan.ts'
import type { World } from './population.ts'
import type { AreaUnit } from './tree.ts'

/** Codes of the units in the area at `at`, in the order of the tree; none where organizations or no units are looked at. */
export function unitsAt(planned: PlannedTarget, world: World, at: number): string[] {
  const level = populationOf(planned.target)?.units
  if (!level || level === 'organization' || level === 'programme') return []
  const belongs = membership(planned, world)
  const codes: string[] = []
  for (let unit = at; unit < (world.tree.ends[at] as number); unit++) {
    const { code, level: own, inDenominator } = world.tree.units[unit] as AreaUnit
    if (own === level && inDenominator && belongs(unit)) codes.push(code)
  }
  return codes
}

/** Whether a unit has anything to be judged; nobody can say so of what is not collected. */
function membership({ trials }: PlannedTarget, world: World): (at: number) => boolean {
  const rule = trials.at(-1)?.rule
  if (!rule || rule.kind === 'quotient') return () => true
  const { bottom } = columnsOf(rule, world)
  return (at) => bottom[at] !== 0
}
