// Random worlds put before the engine and before the naive recount.
import type { Figure } from '../../src/modules/programmes/figure.ts'
import { judge, type Standing } from '../../src/modules/programmes/judge.ts'
import { programmeMeasures } from '../../src/modules/programmes/measures.ts'
import type { CountedTarget } from '../../src/modules/programmes/pack.ts'
import { plan } from '../../src/modules/programmes/plan.ts'
import { type AreaUnit, treeOf } from '../../src/modules/programmes/tree.ts'
import { countAll } from './facts.ts'
import type { World } from './naive-count.ts'
import { type RandomWorld, root } from './worlds.ts'

const live = new Set(['organizations', 'trainings', 'pilots', 'households'])
const stock = new Set(['organizations', 'pilots', 'households'])

export function standingOf(
  { pack, facts, asOf, areas }: RandomWorld,
  units = areas,
  above: AreaUnit[] = [],
): Standing {
  const planned = plan(pack, { asOf, catalogue: programmeMeasures, live })
  return judge(
    planned,
    treeOf(
      units,
      above.map(({ code }) => code),
    ),
    countAll(planned.tallies, facts),
  )
}

export const naiveWorld = (world: RandomWorld): World => ({ ...world, stock })

export const figureAt = (world: RandomWorld, area: string = root): Figure =>
  standingOf(world).figure('target', area)

export const theTarget = ({ pack }: RandomWorld): CountedTarget => pack.targets[0] as CountedTarget

export const runs = { numRuns: 150 }
