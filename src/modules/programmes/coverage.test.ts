// Where the figure of each target comes from, said for every target of the shipped packs.
import { describe, expect, it } from 'vitest'
import { coverageOf } from './coverage.ts'
import { programmeMeasures } from './measures.ts'
import { parsedPack, shippedIds, shippedText } from './server/index.ts'

const everything = new Set(Object.keys(programmeMeasures))
const packs = shippedIds().map((id) => parsedPack(shippedText(id)))

describe('The coverage of a pack', () => {
  it('names for every target its measures with their module, or that a person judges it', () => {
    for (const pack of packs) {
      const covered = coverageOf(pack, everything)
      expect(covered.map(({ target }) => target)).toEqual(pack.targets.map(({ id }) => id))
      for (const each of covered) {
        expect(each.covered).toBe(true)
        expect(each.qualitative).toBe(each.sources.length === 0)
        expect(each.sources.map(({ module }) => module)).not.toContain('?')
      }
    }
  })

  it('counts a target as open when any of its measures has no source, and those that people judge never', () => {
    for (const pack of packs)
      for (const { qualitative, covered } of coverageOf(pack, new Set())) expect(covered).toBe(qualitative)
    const [red] = packs.filter(({ id }) => id === 'red')
    const without = new Set([...everything].filter((name) => name !== 'determinations'))
    expect(red && coverageOf(red, without).filter(({ covered }) => !covered)).toMatchObject([
      {
        sources: [
          { measure: 'supportPlatforms', module: 'support', live: true },
          { measure: 'determinations', module: 'records', live: false },
        ],
      },
    ])
  })
})
