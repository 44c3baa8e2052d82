// The SQL of what a figure leaves out: records of the kind that do not fulfil what the target demands of them.
import { type Db, join, sql } from '../../../platform/db.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import type { Standing } from '../judge.ts'
import { type Candidates, candidatesIn, type Unfulfilled, unfulfilledWords } from '../requirements.ts'
import { isCounted } from './record-store.ts'
import { conditionOf, type Scope, sourceOf } from './tally-store.ts'

/** Sentences that say how many were left out of a target's figure and why; none where nothing was. */
export async function leftOutSentences(
  db: Db,
  sources: MeasureSources,
  standing: Standing,
  target: string,
  scope: Scope,
): Promise<string[]> {
  const [first, ...others] = candidatesIn(standing.plan, standing.counted(target, scope.area))
  if (!first) return []
  const { measure } = first.counted.facts
  const same = [first, ...others].filter(({ counted }) => counted.facts.measure === measure)
  const { total, those } = await countLeftOut(db, { sources, standing, scope }, same)
  return unfulfilledWords(total, those, standing.plan.catalogue[measure]?.unit ?? '')
}

type Asking = Parameters<typeof isCounted>[0]

/** Each record once, also when it is a candidate of several parts. */
async function countLeftOut(
  db: Db,
  asking: Asking,
  candidates: readonly Candidates[],
): Promise<{ total: number; those: Unfulfilled[] }> {
  const [{ counted } = { counted: null }] = candidates
  if (!counted) return { total: 0, those: [] }
  const source = sourceOf(asking.sources, counted.facts)
  const asked = candidates.map((each) => ({
    among: sql`(${isCounted(asking, each.counted)})`,
    fulfilled: each.requirements.map(({ where }) => sql`(${conditionOf(source, where)})`),
    words: each.requirements.map(({ words }) => words),
  }))
  const passes = asked.map(({ among, fulfilled }) => sql`(${among} and ${join(fulfilled, ' and ')})`)
  const words = [...new Set(asked.flatMap((each) => each.words))]
  const lines = words.map((word) => {
    const where = asked.flatMap(({ among, fulfilled, words: own }) =>
      own.flatMap((each, at) => (each === word ? [{ among, condition: fulfilled[at] ?? sql`true` }] : [])),
    )
    const missing = join(
      where.map(({ among, condition }) => sql`(${among} and not ${condition})`),
      ' or ',
    )
    const unknown = join(
      where.map(({ among, condition }) => sql`(${among} and ${condition} is null)`),
      ' or ',
    )
    return sql`json_build_object('words', ${word}::text, 'missing', count(*) filter (where ${missing}),
      'unknown', count(*) filter (where ${unknown}))`
  })
  const any = join(
    asked.map(({ among }) => among),
    ' or ',
  )
  return db.one(sql`
    select (count(*) filter (where (${join(passes, ' or ')}) is not true))::int as total, json_build_array(${join(lines)}) as those
    from ${source.from} where ${any}`)
}
