// Records as a database would hold them, and the slow, obvious way to count them for a tally.
import type { Day } from '../../src/kernel/time.ts'
import type {
  AreaCount,
  Counts,
  Facts,
  OrganizationCount,
  Span,
  Tally,
  Where,
} from '../../src/modules/programmes/tally.ts'

export type Value = string | number | boolean | null

/** One dated fact of one measure. */
export type Fact = {
  measure: string
  area: string
  organization: string | null
  from: Day
  /** First day on which it no longer holds. */
  until: Day | null
  quantity: number
  attributes: Readonly<Record<string, Value>>
}

/** What the database answers: for every tally and every area with records. */
export const countAll = (tallies: readonly Tally[], facts: readonly Fact[]): Counts =>
  new Map(tallies.map((tally) => [tally.id, countOne(tally, facts)]))

function countOne(tally: Tally, facts: readonly Fact[]): Map<string, AreaCount> {
  if (tally.grain === 'organizations') return countOrganizations(tally, facts)
  const counts = new Map<string, AreaCount>()
  for (const fact of facts) {
    if (!isIn(tally.facts, fact)) continue
    const before = counts.get(fact.area)
    if (tally.grain === 'sum') counts.set(fact.area, Number(before ?? 0) + fact.quantity)
    else counts.set(fact.area, withValue(before, fact.attributes[tally.attribute] ?? null))
  }
  return counts
}

function withValue(before: AreaCount | undefined, value: Value): string[] {
  const values = (before ?? []) as string[]
  return value === null || values.includes(String(value)) ? values : [...values, String(value)]
}

function countOrganizations(tally: Extract<Tally, { grain: 'organizations' }>, facts: readonly Fact[]) {
  const counts = new Map<string, OrganizationCount>()
  for (const fact of facts) {
    if (!isIn(tally.population, fact)) continue
    let has = 0
    for (const other of facts)
      if (isIn(tally.facts, other) && other.organization === fact.organization) has += other.quantity
    const lacking = tally.atLeast === null ? 0 : Math.max(0, tally.atLeast - has)
    const exceeding = tally.atMost === null ? 0 : Math.max(0, has - tally.atMost)
    const count = counts.get(fact.area) ?? { organizations: 0, passing: 0, lacking: 0, exceeding: 0 }
    count.organizations++
    if (lacking === 0 && exceeding === 0) count.passing++
    count.lacking += lacking
    count.exceeding += exceeding
    counts.set(fact.area, count)
  }
  return counts
}

const isIn = ({ measure, where, span }: Facts, fact: Fact): boolean =>
  fact.measure === measure && isWithin(span, fact) && (where === null || satisfies(where, fact))

const isWithin = (span: Span, { from, until }: Fact): boolean =>
  'on' in span
    ? from <= span.on && (until === null || until > span.on)
    : from <= span.to && (span.from === null || from >= span.from)

function satisfies(where: Where, fact: Fact): boolean {
  if ('all' in where) return where.all.every((each) => satisfies(each, fact))
  if ('any' in where) return where.any.some((each) => satisfies(each, fact))
  if ('not' in where) return !satisfies(where.not, fact)
  const value = fact.attributes[where.attribute] ?? null
  if ('known' in where) return where.known === (value !== null)
  if (value === null) return false
  if ('is' in where) return where.is.includes(value)
  return 'atLeast' in where ? value >= where.atLeast : value <= where.atMost
}
