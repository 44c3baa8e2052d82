// The parts of a yearly report from the facts of the year: sums, the newest facts, and what there was none of.
import { programmeMeasures } from '../programmes/measures.ts'
import type { Fact } from './fact.ts'
import { type PartId, partMeasures, partOf } from './year-parts.ts'
import type { YearLine, YearPart } from './year-sheet.ts'

/** A fact with what it adds up to: on the last day, and in the year. */
export type Weighed = { fact: Fact; held: number; begun: number }

/** `measures`: those that were asked for. `facts`: the newest first. `shown`: how many of each are listed. */
export function sheetParts(
  measures: readonly string[],
  facts: readonly Weighed[],
  shown: number,
): YearPart[] {
  const asked = partMeasures.filter(({ measure }) => measures.includes(measure))
  const ids = [...new Set(asked.map(({ part }) => part))]
  return ids.map((id) =>
    partFrom(
      id,
      asked.filter(({ part }) => part === id),
      facts,
      shown,
    ),
  )
}

function partFrom(
  id: PartId,
  asked: typeof partMeasures,
  facts: readonly Weighed[],
  shown: number,
): YearPart {
  const lines = asked.map(({ measure }) => lineOf(measure, facts, shown))
  return {
    id,
    title: partOf(id)?.title ?? '',
    lines: lines.filter((line) => line.facts.length > 0),
    none: lines.filter((line) => line.facts.length === 0).map(({ title }) => title),
  }
}

function lineOf(measure: string, facts: readonly Weighed[], shown: number): YearLine {
  const { title = '', unit = '', kind = 'flow' } = programmeMeasures[measure] ?? {}
  const own = facts.filter(({ fact }) => fact.measure === measure)
  const begun = sumOf(own.map((each) => each.begun))
  return {
    ...{ measure, title, unit, kind, begun },
    quantity: kind === 'stock' ? sumOf(own.map(({ held }) => held)) : begun,
    facts: own.slice(0, shown).map(({ fact }) => fact),
    more: Math.max(0, own.length - shown),
  }
}

/** Of hours and yuan: to the hundredth, so that no sum shows how a machine adds. */
const sumOf = (numbers: readonly number[]): number =>
  Math.round(numbers.reduce((sum, each) => sum + each, 0) * 100) / 100
