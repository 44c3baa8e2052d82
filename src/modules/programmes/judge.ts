// Judges every target of a plan for any area of a tree: the one function from which all screens take their figures.
import { type Counted, countedBy } from './counted.ts'
import { failingOf, partsAt } from './failing.ts'
import type { Failing, Figure, PartCount } from './figure.ts'
import { figureOf, type Verdicts } from './figure-of.ts'
import type { Plan } from './plan.ts'
import { worldOf } from './population.ts'
import type { Counts } from './tally.ts'
import { type AreaTree, type AreaUnit, childrenOf } from './tree.ts'
import { unitsAt } from './units.ts'

export type { Verdicts }

/** A programme on a day, in one tree of areas: asked for figures as pages need them, computed once. */
export type Standing = {
  plan: Plan
  tree: AreaTree
  /** Throws RangeError for a target or an area that the plan or the tree does not know. */
  figure: (target: string, area: string) => Figure
  /** The units of a target in an area that fail, worst first. Averages read each by each. */
  failing: (target: string, area: string) => Failing[]
  /** The units in an area that a target looks at one by one, in the order of the tree. */
  units: (target: string, area: string) => string[]
  /** What an area has and lacks of each part of a composed target (5+X); empty for any other target. */
  parts: (target: string, area: string) => PartCount[]
  /** The records that a target counts in an area, to list them; none for a target that nothing is counted for. */
  counted: (target: string, area: string) => Counted[]
}

/**
 * Judges a plan with the counts that its tallies asked for. The tree's root may be the programme's area or any area
 * below it; a figure of an area is the same in every tree that holds the area with everything below it.
 */
export function judge(plan: Plan, tree: AreaTree, counts: Counts, verdicts: Verdicts = new Map()): Standing {
  const world = worldOf(tree, counts, plan.pack.area.code)
  const targets = new Map(plan.targets.map((planned) => [planned.target.id, planned]))
  const planned = (id: string) => targets.get(id) ?? unknown(`target ${id}`)
  const place = (code: string) => tree.index.get(code) ?? unknown(`area ${code}`)
  return {
    plan,
    tree,
    figure: (id, code) => figureOf(planned(id), { plan, world, verdicts, at: place(code) }),
    failing: (id, code) => failingOf(planned(id), world, place(code)),
    units: (id, code) => unitsAt(planned(id), world, place(code)),
    parts: (id, code) => partsAt(planned(id), world, place(code)),
    counted: (id, code) => countedBy(planned(id), world, place(code)),
  }
}

function unknown(what: string): never {
  throw new RangeError(`unknown ${what}`)
}

export type AreaFigures = { area: AreaUnit; figures: Figure[] }

/** All targets for an area and for each area directly below it. */
export function figuresOf(standing: Standing, code: string): AreaFigures & { children: AreaFigures[] } {
  const { tree } = standing
  const at = tree.index.get(code) ?? unknown(`area ${code}`)
  const children = childrenOf(tree, at).map((child) => areaFigures(standing, child))
  return { ...areaFigures(standing, at), children }
}

function areaFigures({ plan, tree, figure }: Standing, at: number): AreaFigures {
  const area = tree.units[at] as AreaUnit
  return { area, figures: plan.targets.map(({ target }) => figure(target.id, area.code)) }
}
