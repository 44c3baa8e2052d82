// How the figure of a target reads, and what its units are called.
import { levelNouns } from '../areas/area.ts'
import type { Shape } from './figure.ts'
import type { Population, Target } from './pack.ts'

/** The units that a page speaks of: the outermost. */
export const populationOf = (target: Target): Population | null =>
  target.judge === 'person' ? null : (target.every ?? ('among' in target ? target.among : null))

export function shapeOf(target: Target): Shape {
  if (target.judge === 'person') return 'person'
  if (target.every || target.judge === 'each' || target.judge === 'share') return 'units'
  return target.judge === 'total' ? 'count' : target.judge
}

/** 个城市社区, 个县（市、区）: what units are called after a number. */
export function wordOf(population: Population | null): string | null {
  if (!population) return null
  const { units, settlement } = population
  if (units === 'organization') return '个组织'
  if (units === 'programme') return '个地区'
  if (units === 'community' && settlement) return settlement === 'urban' ? '个城市社区' : '个农村社区'
  return `个${levelNouns[units]}`
}
