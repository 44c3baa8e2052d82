// The arrangement against a naive exhaustive search of small neighbourhoods, and case by case.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ArrangementRules,
  absenceReason,
  type Neighbour,
  proposeArrangement,
  type Subject,
  whyRevisit,
} from './arrangement-rules.ts'
import { smallestGroup } from './joint-group.ts'

const rules: ArrangementRules = {
  'party.branchFrom': 3,
  'party.branchAtMost': 50,
  'party.jointAtMost': 5,
  'party.functionalBranches': true,
  'party.instructorAtMost': 10,
}
const nobody = { neighbours: [], branches: [], instructors: [] }
const subject = (full: number | null, elsewhere = 0): Subject => ({
  ...{ id: 'me', community: 'c1', township: 't1', category: 'culture', full, elsewhere },
})
const neighbour = (id: string, full: number, more: Partial<Neighbour> = {}): Neighbour => ({
  ...subject(full),
  ...{ id, name: id, full, ...more },
})

/** Every subset, the best by size, then members, then order. */
function naiveGroup(members: readonly number[], lack: number, atMost: number): number[] | null {
  let best: number[] | null = null
  for (let bits = 1; bits < 2 ** members.length; bits++) {
    const group = members.flatMap((_, at) => (bits & (2 ** at) ? [at] : []))
    if (group.length > atMost || sum(members, group) < lack) continue
    if (!best || isBetter(members, group, best)) best = group
  }
  return best
}

const sum = (members: readonly number[], group: readonly number[]): number =>
  group.reduce((total, at) => total + (members[at] ?? 0), 0)

function isBetter(members: readonly number[], group: readonly number[], than: readonly number[]): boolean {
  if (group.length !== than.length) return group.length < than.length
  const more = sum(members, group) - sum(members, than)
  return more === 0 ? group.join('.').localeCompare(than.join('.'), 'en', { numeric: true }) < 0 : more < 0
}

describe('The smallest group', () => {
  it('is the one that trying every subset finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        (members, lack, atMost) => {
          const candidates = members.map((full, rank) => ({ full, rank }))
          const found = smallestGroup(candidates, { lack, atMost })?.map(({ rank }) => rank) ?? null
          expect(found).toEqual(naiveGroup(members, lack, atMost))
        },
      ),
    )
  })
})

describe('A proposal', () => {
  const category = fc.constantFrom('culture' as const, 'sports' as const)
  const anyNeighbour = fc.record({
    full: fc.integer({ min: 1, max: 2 }),
    elsewhere: fc.constant(0),
    community: fc.constantFrom('c1', 'c2', null),
    township: fc.constantFrom('t1', 't2'),
    category,
  })
  const neighbourhood = fc
    .array(anyNeighbour, { maxLength: 8 })
    .map((those) => those.map((one, at) => ({ ...one, id: `n${at}`, name: `n${at}` })))

  it('never depends on the order of the neighbours', () => {
    fc.assert(
      fc.property(neighbourhood, fc.integer({ min: 0, max: 4 }), (neighbours, full) => {
        const one = proposeArrangement(subject(full), { ...nobody, neighbours }, rules)
        const other = proposeArrangement(
          subject(full),
          { ...nobody, neighbours: [...neighbours].reverse() },
          rules,
        )
        expect(other).toEqual(one)
      }),
    )
  })

  it('is a lawful branch whenever there can be one, and says why in any case', () => {
    fc.assert(
      fc.property(neighbourhood, fc.integer({ min: 0, max: 4 }), (neighbours, full) => {
        const { proposal, because } = proposeArrangement(subject(full), { ...nobody, neighbours }, rules)
        expect(because.length).toBeGreaterThan(0)
        expect(proposal.kind).toBe(naiveKind(full, neighbours))
        if (proposal.kind !== 'joint') return
        const partners = proposal.partners.map(({ id }) => neighbours.find((one) => one.id === id))
        expect(partners.length + 1).toBeLessThanOrEqual(5)
        expect(partners.reduce((all, one) => all + (one?.full ?? 0), full)).toBeGreaterThanOrEqual(3)
      }),
    )
  })

  const naiveKind = (full: number, neighbours: readonly Neighbour[]): string => {
    if (full >= 3) return 'own'
    if (full === 0) return 'none'
    const near = neighbours.filter(({ community }) => community === 'c1')
    const alike = neighbours.filter((one) => one.township === 't1' && one.category === 'culture')
    const joins = [near, alike].some((those) => full + topFour(those) >= 3)
    return joins ? 'joint' : 'none'
  }
  const topFour = (those: readonly Neighbour[]): number =>
    those
      .map(({ full }) => full)
      .sort((a, b) => b - a)
      .slice(0, 4)
      .reduce((all, one) => all + one, 0)

  it('prefers the same trade next door, and leaves the larger neighbour to others', () => {
    const neighbours = [
      neighbour('健身队', 1, { category: 'sports' }),
      neighbour('舞蹈队', 1),
      neighbour('书画社', 2),
    ]
    const { proposal } = proposeArrangement(subject(2), { ...nobody, neighbours }, rules)
    expect(proposal).toEqual({
      kind: 'joint',
      nature: 'regular',
      partners: [{ id: '舞蹈队', name: '舞蹈队' }],
    })
  })

  it('joins the standing joint branch of the community that has room, never a full one', () => {
    const branch = (id: string, organizations: number) => ({
      ...{ id, name: id, community: 'c1', township: 't1', organizations, members: 6 },
      nature: 'regular' as const,
    })
    const branches = [branch('五家', 5), branch('四家', 4)]
    expect(proposeArrangement(subject(1), { ...nobody, branches }, rules).proposal).toMatchObject({
      kind: 'join',
      branch: '四家',
    })
    expect(
      proposeArrangement(subject(1), { ...nobody, branches: branches.slice(0, 1) }, rules).proposal.kind,
    ).toBe('none')
  })

  it('makes a functional branch of members whose relation stays elsewhere, where the place has them', () => {
    expect(proposeArrangement(subject(3, 1), nobody, rules).proposal).toEqual({
      kind: 'own',
      nature: 'functional',
    })
    const without = { ...rules, 'party.functionalBranches': false }
    expect(proposeArrangement(subject(3, 1), nobody, without).proposal.kind).toBe('none')
    expect(proposeArrangement(subject(4, 1), nobody, without).proposal).toEqual({
      kind: 'own',
      nature: 'regular',
    })
  })

  it('sends the nearest instructor who has room when there are no members, or nobody knows', () => {
    const instructors = [
      { id: 'far', name: '甲', community: 'c2', township: 't1', organizations: 0 },
      { id: 'full', name: '乙', community: 'c1', township: 't1', organizations: 10 },
      { id: 'busy', name: '丙', community: 'c1', township: 't1', organizations: 4 },
      { id: 'town', name: '丁', community: null, township: 't1', organizations: 0 },
    ]
    for (const full of [0, null]) {
      expect(proposeArrangement(subject(full), { ...nobody, instructors }, rules).proposal).toEqual({
        kind: 'instructor',
        instructor: 'busy',
        name: '丙',
      })
    }
  })
})

describe('The reason for having no party organization', () => {
  it.each([
    [null, 3, 'due'],
    ['instructor', 4, 'due'],
    ['instructor', 2, 'instructor'],
    ['none', 2, 'tooFew'],
    ['none', 0, 'noMembers'],
    [null, null, 'unknown'],
    ['own', 1, null],
    ['joint', 3, null],
  ] as const)('with %s and %s members is %s', (presence, full, reason) => {
    expect(absenceReason(presence, full, rules)).toBe(reason)
  })
})

describe('An arrangement is looked at again', () => {
  it('when an own branch falls below three, or a joint one grows to three', () => {
    expect(whyRevisit('own', 2, rules)).toContain('不足 3 名')
    expect(whyRevisit('joint', 3, rules)).toContain('应当单独建立')
    expect(whyRevisit('instructor', 3, rules)).toContain('应当单独建立')
    for (const [kind, full] of [
      ['own', 3],
      ['joint', 2],
      ['instructor', null],
    ] as const)
      expect(whyRevisit(kind, full, rules)).toBeNull()
  })
})
