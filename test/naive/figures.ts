// One target, some facts, one figure: short ways for tests by example.
import type { Figure } from '../../src/modules/programmes/figure.ts'
import { type Asking, organizations, packText, places, standing, targetText } from './small-world.ts'

type Facts = Parameters<typeof standing>[1]

/** The figure of a target (`body`: lines of YAML below its title) in an area, the city if none is named. */
export const figureOf = (body: string, facts: Facts, asking?: Asking, area: string = places.city): Figure =>
  standing(packText(targetText(body)), facts, asking).figure('target', area)

/** 3 in 东, 1 in 西, 2 in 南村, 4 in 北, 5 in 甲街道 itself. */
export const spread = [
  ...organizations(3, places.east),
  ...organizations(1, places.west),
  ...organizations(2, places.south),
  ...organizations(4, places.north),
  ...organizations(5, places.streetA),
]

export const day = (text: string) => text as Figure['asOf']
