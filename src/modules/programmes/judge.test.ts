// The engine against a naive recount, written apart from it, on random worlds and random targets.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { judgeNaively } from '../../../test/naive/naive-judge.ts'
import { figureAt, naiveWorld, runs, standingOf, theTarget } from '../../../test/naive/standings.ts'
import { type RandomWorld, worldWith } from '../../../test/naive/worlds.ts'
import type { Figure } from './figure.ts'
import { programmeMeasures } from './measures.ts'
import { checkPack } from './pack-check.ts'
import type { AreaUnit } from './tree.ts'

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
