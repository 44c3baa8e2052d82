// When a vote can stand and what it decides, against a second, naive way of counting.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleForm } from '../../demo/charter-form.ts'
import type { Day } from '../../kernel/time.ts'
import { ruleKeys } from '../rules/rule-keys.ts'
import {
  CharterRules,
  type CharterStatus,
  type CharterStep,
  charterStatuses,
  charterSteps,
  whyNotStep,
} from './charter.ts'
import { isAtLeast, neededOf, offeredShares, shareWords, stricter } from './shares.ts'
import { countFaults, demandsOf, outcomeOf, whyNotForce, whyNotVote } from './vote-rules.ts'

const rules = CharterRules.parse(
  Object.fromEntries(Object.entries(ruleKeys).map(([name, { base }]) => [name, base])),
)
const share = fc
  .record({ part: fc.integer({ min: 1, max: 10 }), of: fc.integer({ min: 1, max: 10 }), more: fc.boolean() })
  .filter(({ part, of, more }) => (more ? part < of : part <= of))
const heads = fc.nat(60)

/** Counts up until the share is reached, in fractions. */
function naiveNeeded({ part, of, more }: { part: number; of: number; more: boolean }, whole: number): number {
  for (let heads = 1; ; heads++) {
    const [mine, theirs] = [heads * of, whole * part]
    if (more ? mine > theirs : mine >= theirs) return heads
  }
}

describe('A share', () => {
  it('needs as many heads as counting up says', () => {
    fc.assert(
      fc.property(share, fc.nat(500), (given, whole) => {
        expect(neededOf(given, whole)).toBe(naiveNeeded(given, whole))
      }),
    )
  })

  it('is at least another when it never asks for fewer heads', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const wholes = Array.from({ length: 200 }, (_, at) => at + 1)
        const neverFewer = wholes.every((whole) => naiveNeeded(a, whole) >= naiveNeeded(b, whole))
        expect(isAtLeast(a, b)).toBe(neverFewer)
        expect([a, b]).toContainEqual(stricter(a, b))
      }),
    )
  })

  it.each([
    [{ part: 1, of: 2, more: true }, '过半数', 30, 16],
    [{ part: 1, of: 2, more: false }, '半数以上', 30, 15],
    [{ part: 2, of: 3, more: false }, '三分之二以上', 30, 20],
    [{ part: 2, of: 3, more: false }, '三分之二以上', 31, 21],
    [{ part: 4, of: 5, more: true }, '超过五分之四', 30, 25],
    [{ part: 1, of: 1, more: false }, '全体', 30, 30],
    [{ part: 60, of: 100, more: false }, '百分之六十以上', 10, 6],
  ])('%j is %s: of %i heads %#', (given, words, whole, needed) => {
    expect(shareWords(given)).toBe(words)
    expect(neededOf(given, whole)).toBe(needed)
  })
})

describe('A vote', () => {
  const vote = fc.record({
    entitled: heads,
    present: heads,
    inFavour: heads,
    against: heads,
    abstaining: heads,
  })

  it('can stand exactly when nobody is too many and every ballot is counted', () => {
    const near = fc.record({
      entitled: heads,
      inFavour: fc.nat(20),
      against: fc.nat(20),
      abstaining: fc.nat(20),
    })
    const both = fc.oneof(
      vote,
      near.map((one) => ({ ...one, present: one.inFavour + one.against + one.abstaining })),
    )
    let stood = 0
    fc.assert(
      fc.property(both, (one) => {
        const ballots = [
          ...Array.from({ length: one.inFavour }, () => '赞成'),
          ...Array.from({ length: one.against }, () => '反对'),
          ...Array.from({ length: one.abstaining }, () => '弃权'),
        ]
        const stands = one.present >= 1 && one.present <= one.entitled && ballots.length === one.present
        if (stands) stood++
        expect(countFaults(one).length === 0).toBe(stands)
      }),
    )
    expect(stood).toBeGreaterThan(5)
  })

  it('is carried exactly when enough are there and enough of them are in favour', () => {
    fc.assert(
      fc.property(vote, share, share, (one, quorum, majority) => {
        const { result, isQuorate, because } = outcomeOf(one, { quorum, majority, source: '试' })
        const quorate = one.present >= naiveNeeded(quorum, one.entitled)
        const carried = quorate && one.inFavour >= naiveNeeded(majority, one.present)
        expect(isQuorate).toBe(quorate)
        expect(result).toBe(carried ? 'adopted' : 'refused')
        expect(because).toContain(quorate ? shareWords(majority) : shareWords(quorum))
      }),
    )
  })

  const day = (text: string) => text as Day
  const held = {
    ...{ heldOn: day('2023-08-01'), place: '活动室', recorder: '某某' },
    ...{ entitled: 30, present: 28, inFavour: 25, against: 2, abstaining: 1 },
  }
  const today = day('2023-08-25')
  it.each([
    ['more ballots than voters', { inFavour: 28 }, null, '加起来 31 票，到会 28 人，多出 3 票'],
    ['fewer ballots than voters', { against: 0 }, null, '少 2 票'],
    ['more present than entitled', { entitled: 20 }, null, '多于应到的 20 人（多 8 人）'],
    ['nobody there', { present: 0, inFavour: 0, against: 0, abstaining: 0 }, null, '没有人到会'],
    ['a meeting to come', { heldOn: day('2023-09-01') }, null, '会议日期（2023-09-01）还没有到'],
    ['in force before the vote', {}, day('2023-07-31'), '早于表决日期'],
    ['in force in the future', {}, day('2023-08-26'), '先留空'],
  ])('with %s is refused in words', (_, change, inForceOn, words) => {
    expect(whyNotVote({ ...held, ...change }, inForceOn, today)?.body.message).toContain(words)
  })

  it('that is in order is not refused', () => {
    expect(whyNotVote(held, null, today)).toBeNull()
    expect(whyNotVote(held, day('2023-08-25'), today)).toBeNull()
  })

  it('on a change follows the charter in force where it asks for more than the place', () => {
    const known = {
      ...{ name: '爱乐社', category: 'culture' as const, place: null, scope: null, partyPresence: null },
      ...{ community: '榆康社区', township: '城厢镇' },
    }
    const form = exampleForm(known, rules)
    const [half = rules['charters.quorum'], , threeQuarters = rules['charters.quorum']] = offeredShares
    const strict = { ...form, quorum: threeQuarters, amendMajority: half }
    expect(demandsOf(rules, { amends: false, formInForce: null })).toMatchObject({
      ...{ quorum: rules['charters.quorum'], majority: rules['charters.majority'] },
    })
    expect(demandsOf(rules, { amends: true, formInForce: strict })).toMatchObject({
      ...{ quorum: threeQuarters, majority: rules['charters.amendMajority'] },
    })
    expect(demandsOf(rules, { amends: true, formInForce: null }).majority).toEqual(
      rules['charters.amendMajority'],
    )
  })

  it('lets a version enter into force after its vote and after the one before it', () => {
    const before = { heldOn: day('2023-08-01'), inForceOn: day('2023-08-10') }
    expect(whyNotForce(day('2023-08-11'), before, today)).toBeNull()
    expect(whyNotForce(day('2023-08-10'), before, today)?.body.message).toContain('不晚于现行章程')
    expect(whyNotForce(day('2023-07-01'), { ...before, inForceOn: null }, today)?.body.message).toContain(
      '早于表决',
    )
    expect(whyNotForce(day('2023-08-26'), before, today)?.body.message).toContain('还没有到')
  })
})

describe('The life of a charter', () => {
  const statuses = Object.keys(charterStatuses) as CharterStatus[]
  const steps = Object.keys(charterSteps) as CharterStep[]

  it('never leaves what the table says, whatever steps are tried', () => {
    const naive: Record<CharterStatus, CharterStep[]> = {
      draft: ['edit', 'adopt', 'refuse', 'discard', 'acknowledge'],
      adopted: ['enter'],
      inForce: ['supersede'],
      ...{ refused: [], superseded: [], discarded: [] },
    }
    for (const status of statuses)
      for (const step of steps)
        expect(whyNotStep(step, status) === null, `${step} from ${status}`).toBe(naive[status].includes(step))
  })

  it('says in a refusal where the charter stands', () => {
    expect(whyNotStep('adopt', 'inForce')?.body.message).toBe('这份章程现在是“现行有效”，不能记录表决。')
  })
})
