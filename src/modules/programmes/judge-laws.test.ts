// Laws that every figure obeys, on random worlds.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact } from '../../../test/naive/facts.ts'
import { figureAt, runs, standingOf, theTarget } from '../../../test/naive/standings.ts'
import { type RandomWorld, root, worldWith } from '../../../test/naive/worlds.ts'
import { populationOf } from './figure-shape.ts'
import type { CountedTarget } from './pack.ts'
import type { AreaUnit } from './tree.ts'

describe('laws of figures', () => {
  test('the gap is zero exactly when the target is met', () => {
    fc.assert(
      fc.property(worldWith(), (world) => {
        for (const { code } of world.areas) {
          const { state, gap } = figureAt(world, code)
          if (gap) expect(gap.quantity === 0 && gap.exceeding === 0).toBe(state === 'met')
        }
      }),
      runs,
    )
  })

  test('one more record never lowers a count', () => {
    fc.assert(
      fc.property(worldWith('total', 'average'), fc.nat(50), (world, pick) => {
        const target = theTarget(world)
        const more = copyOf(world, pick)
        fc.pre(more !== null)
        const before = standingOf(world)
        const after = standingOf({ ...world, facts: [...world.facts, more as Fact] })
        for (const { code } of world.areas)
          expect(after.figure('target', code).numerator ?? 0).toBeGreaterThanOrEqual(
            target.every || moves(target) ? 0 : (before.figure('target', code).numerator ?? 0),
          )
      }),
      runs,
    )
  })

  test('units and their passing add up from the children to the parent', () => {
    fc.assert(
      fc.property(worldWith('each', 'share', 'average'), (world) => {
        const target = theTarget(world)
        fc.pre('among' in target && !target.every && target.window !== 'year')
        const standing = standingOf(world)
        for (const area of world.areas) {
          const children = world.areas.filter(({ parent }) => parent === area.code)
          if (children.length === 0 || isUnitItself(target, area)) continue
          const figures = children.map(({ code }) => standing.figure('target', code))
          const own =
            'among' in target && target.among.units === 'organization' ? ownOrganizations(world, area) : 0
          fc.pre(own === 0)
          const sum = figures.reduce((total, { each }) => total + (each?.total ?? 0), 0)
          expect(standing.figure('target', area.code).each?.total ?? 0).toBe(sum)
        }
      }),
      runs,
    )
  })

  test('the units that a page shows one by one are those of which a figure speaks', () => {
    fc.assert(
      fc.property(worldWith(), (world) => {
        const level = populationOf(theTarget(world))?.units
        const standing = standingOf(world)
        for (const { code } of world.areas) {
          const spokenOf = standing.tree.units
            .filter((unit) => unit.level === level && unit.inDenominator && isBelow(world, unit, code))
            .filter((unit) => standing.figure('target', unit.code).because !== 'noUnits')
          expect(standing.units('target', code)).toEqual(spokenOf.map((unit) => unit.code))
        }
      }),
      runs,
    )
  })

  test('the list of failing units is as long as the gap says and adds up to it', () => {
    fc.assert(
      fc.property(worldWith('each', 'share', 'average'), (world) => {
        const target = theTarget(world)
        fc.pre('among' in target && target.among.units !== 'organization')
        const standing = standingOf(world)
        for (const { code } of world.areas) {
          const { each, gap } = standing.figure('target', code)
          if (!each || !gap) continue
          const failing = standing.failing('target', code)
          expect(failing).toHaveLength(each.total - each.passing)
          expect(failing.reduce((sum, { lacking }) => sum + lacking, 0)).toBe(each.lacking)
          expect(failing.reduce((sum, { exceeding }) => sum + exceeding, 0)).toBe(each.exceeding)
        }
      }),
      runs,
    )
  })

  test('when each unit reaches a floor, the average does', () => {
    fc.assert(
      fc.property(worldWith('average'), (world) => {
        const target = theTarget(world)
        fc.pre(target.judge === 'average' && !target.every)
        const { each, gap, state } = figureAt(world)
        fc.pre(each !== null && gap !== null)
        if (each?.passing === each?.total) expect(state).toBe('met')
      }),
      runs,
    )
  })
})

const copyOf = ({ facts }: RandomWorld, pick: number): Fact | null =>
  facts.length === 0 ? null : (facts[pick % facts.length] as Fact)

/** The population itself depends on records, so that a record can let a poor unit in. */
const moves = (target: CountedTarget): boolean => 'among' in target && target.among.having !== undefined

const isUnitItself = (target: CountedTarget, { level, code }: AreaUnit): boolean =>
  'among' in target && (target.among.units === level || (target.among.units === 'programme' && code === root))

const ownOrganizations = ({ facts }: RandomWorld, { code }: AreaUnit): number =>
  facts.filter(({ area, measure }) => area === code && measure === 'organizations').length

function isBelow({ areas }: RandomWorld, unit: AreaUnit, top: string): boolean {
  const above = areas.find(({ code }) => code === unit.parent)
  return (
    unit.code === top ||
    (unit.code !== root && above !== undefined && isBelow({ areas } as RandomWorld, above, top))
  )
}
