// Votes and totals against a plain recount.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../kernel/time.ts'
import { whyNotVote } from './exit-rules.ts'
import { differs, highestTier, totalsOf, whyNotMerge, whyNotTotals } from './reorganization-rules.ts'

const today = '2023-08-25' as Day
const shares = { present: [2, 3], inFavour: [1, 2] } as const
const few = fc.nat(12)

test('a vote carries the end exactly when enough came, every ballot is counted and more than half are in favour', () => {
  fc.assert(
    fc.property(few, few, few, few, few, (entitled, present, inFavour, against, abstaining) => {
      const counted = inFavour + against + abstaining === present
      const enough = present > 0 && present <= entitled && present >= (entitled / 3) * 2
      const carried = counted && enough && inFavour > present / 2
      const vote = { on: today, entitled, present, inFavour, against, abstaining }
      expect(whyNotVote(vote, shares, today) === null).toBe(carried)
    }),
    { numRuns: 2_000 },
  )
})

const totals = fc.record({ members: fc.option(few), partyMembers: fc.option(few) })

test('a whole that is not the sum of its parts is explained, and only then', () => {
  fc.assert(
    fc.property(fc.array(totals, { minLength: 1, maxLength: 4 }), totals, (parts, declared) => {
      const sum = (field: 'members' | 'partyMembers') =>
        parts.some((part) => part[field] === null)
          ? null
          : parts.reduce((all, part) => all + (part[field] ?? 0), 0)
      const summed = { members: sum('members'), partyMembers: sum('partyMembers') }
      const unlike = (['members', 'partyMembers'] as const).some(
        (field) => summed[field] !== null && summed[field] !== declared[field],
      )
      expect(totalsOf(parts)).toEqual(summed)
      expect(differs(summed, declared)).toBe(unlike)
      expect(whyNotTotals(summed, declared, null) === null).toBe(!unlike)
      expect(whyNotTotals(summed, declared, '有人重复')).toBeNull()
    }),
  )
})

const tier = fc.constantFrom('registered' as const, 'filed' as const, 'guided' as const)

test('a merged one keeps the highest way of management of its parts, and no registered one ends in it', () => {
  const those = fc.array(tier, { minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(those, tier, fc.option(fc.nat(3)), (tiers, becomes, goesOn) => {
      const parts = tiers.map((one, at) => ({
        ...{ name: `第${at}队`, status: 'active', tier: one, members: 1, partyMembers: 0 },
        ...{ livedThen: true, pending: false, goesOn: at === goesOn },
      }))
      const highest = tiers.includes('registered')
        ? 'registered'
        : tiers.includes('filed')
          ? 'filed'
          : 'guided'
      expect(highestTier(parts)).toBe(highest)
      const ends = parts.filter((part) => !part.goesOn)
      expect(whyNotMerge(parts, becomes, today) === null).toBe(
        ends.every((part) => part.tier !== 'registered') && becomes === highest,
      )
    }),
  )
})
