// The engine against a naive recount on random worlds, and the laws that every figure obeys.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { countAll, type Fact } from '../../../test/naive/facts.ts'
import type { World } from '../../../test/naive/naive-count.ts'
import { judgeNaively } from '../../../test/naive/naive-judge.ts'
import { type RandomWorld, root, worldWith } from '../../../test/naive/worlds.ts'
import type { Figure } from './figure.ts'
import { judge, type Standing } from './judge.ts'
import { programmeMeasures } from './measures.ts'
import type { CountedTarget } from './pack.ts'
import { checkPack } from './pack-check.ts'
import { plan } from './plan.ts'
import { type AreaUnit, treeOf } from './tree.ts'

const live = new Set(['organizations', 'trainings', 'pilots', 'households'])
const stock = new Set(['organizations', 'pilots', 'households'])

function standingOf(
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

const naiveWorld = (world: RandomWorld): World => ({ ...world, stock })

const figureAt = (world: RandomWorld, area: string = root): Figure => standingOf(world).figure('target', area)

const runs = { numRuns: 150 }

describe('the engine and the naive recount', () => {
  test('agree on every figure of every area of random worlds', () => {
    fc.assert(
      fc.property(worldWith(), (world) => {
        const standing = standingOf(world)
        for (const { code } of world.areas) {
          const figure = standing.figure('target', code)
          expect(summary(figure)).toEqual(naive(world, code, figure.year))
          for (const year of figure.years ?? [])
            expect(year.state).toBe(judgeNaively(naiveWorld(world), theTarget(world), code, year.year).state)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('agree however small the tree is that the area is asked in', () => {
    fc.assert(
      fc.property(worldWith(), fc.nat(20), (world, pick) => {
        const asked = world.areas[pick % world.areas.length] as AreaUnit
        const below = world.areas.filter(
          (unit) => unit !== asked && lineage(world.areas, unit).includes(asked),
        )
        const above = lineage(world.areas, asked).slice(1)
        const figure = standingOf(world, [asked, ...below], above).figure('target', asked.code)
        expect(summary(figure)).toEqual(summary(figureAt(world, asked.code)))
      }),
      runs,
    )
  })

  test('random targets are targets that the check accepts', () => {
    fc.assert(
      fc.property(worldWith(), ({ raw }) => {
        const { faults } = checkPack(
          stringify(raw, { aliasDuplicateObjects: false }),
          'random.yaml',
          programmeMeasures,
        )
        expect(faults.filter(({ severity }) => severity === 'error')).toEqual([])
      }),
      runs,
    )
  })
})

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

const theTarget = ({ pack }: RandomWorld): CountedTarget => pack.targets[0] as CountedTarget

function summary({ state, numerator, denominator, gap, each }: Figure) {
  if (state === 'notApplicable') return { state }
  return {
    state,
    numerator,
    denominator: denominator ?? 1,
    lacking: gap?.quantity,
    exceeding: gap?.exceeding,
    each,
  }
}

function naive(world: RandomWorld, code: string, year: number | null) {
  const { state, numerator, denominator, lacking, exceeding, each } = judgeNaively(
    naiveWorld(world),
    theTarget(world),
    code,
    year,
  )
  return state === 'notApplicable' ? { state } : { state, numerator, denominator, lacking, exceeding, each }
}

/** The area, then what lies above it, nearest first. */
function lineage(areas: readonly AreaUnit[], area: AreaUnit): AreaUnit[] {
  const above = areas.find(({ code }) => code === area.parent)
  return above ? [area, ...lineage(areas, above)] : [area]
}

const copyOf = ({ facts }: RandomWorld, pick: number): Fact | null =>
  facts.length === 0 ? null : (facts[pick % facts.length] as Fact)

/** The population itself depends on records, so that a record can let a poor unit in. */
const moves = (target: CountedTarget): boolean => 'among' in target && target.among.having !== undefined

const isUnitItself = (target: CountedTarget, { level, code }: AreaUnit): boolean =>
  'among' in target && (target.among.units === level || (target.among.units === 'programme' && code === root))

const ownOrganizations = ({ facts }: RandomWorld, { code }: AreaUnit): number =>
  facts.filter(({ area, measure }) => area === code && measure === 'organizations').length
