// What waits in a place that a target points out, against a naive recount: exactly where the place fails.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeNaively } from '../../../test/naive/naive-judge.ts'
import { naiveWorld, runs, standingOf, theTarget } from '../../../test/naive/standings.ts'
import { type RandomWorld, worldWith } from '../../../test/naive/worlds.ts'
import { lacksOf, pointsOut } from './lacks.ts'
import type { AreaUnit } from './tree.ts'

test('a named unit, or one with a condition, lacks something exactly when it fails, seen from itself', () => {
  let seen = { failing: 0, passing: 0 }
  fc.assert(
    fc.property(worldWith('each', 'share'), (world) => {
      const target = theTarget(world)
      const units = world.areas.filter(({ level }) => pointsOut(target, level))
      fc.pre(units.length > 0)
      for (const unit of units) {
        const standing = standingOf(world, [unit, ...below(world, unit)], above(world, unit))
        const { year } = standing.figure('target', unit.code)
        const { applies, numerator } = judgeNaively(naiveWorld(world), target, unit.code, year)
        const fails = applies && numerator === 0
        seen = { failing: seen.failing + (fails ? 1 : 0), passing: seen.passing + (fails ? 0 : 1) }
        expect(lacksOf(standing, unit.code).map((line) => line.target)).toEqual(fails ? ['target'] : [])
      }
    }),
    { ...runs, numRuns: 300 },
  )
  expect(Math.min(seen.failing, seen.passing)).toBeGreaterThan(20)
})

const parentOf = ({ areas }: RandomWorld, { parent }: AreaUnit): AreaUnit | undefined =>
  areas.find(({ code }) => code === parent)

const above = (world: RandomWorld, unit: AreaUnit): AreaUnit[] => {
  const parent = parentOf(world, unit)
  return parent ? [parent, ...above(world, parent)] : []
}

const below = (world: RandomWorld, unit: AreaUnit): AreaUnit[] =>
  world.areas.filter((area) => above(world, area).some(({ code }) => code === unit.code))
