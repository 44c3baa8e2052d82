// Which targets are fulfilled by putting something on record, and with which answers: for the button on a target's page
// and for the work that waits.
import { type Day, earlier, firstDayOf, lastDayOf, later, yearOf } from '../../kernel/time.ts'
import type { Answers, Expected } from '../records/expected.ts'
import { isLasting, kindNames, type RecordKind } from '../records/record-kinds.ts'
import type { CountedTarget, Filter, Need, Pack, Target } from './pack.ts'

/** One record that a target counts: 工作方案 is a document of the kind workPlan. */
export type RecordEntry = { title: string; kind: RecordKind; answers: Answers }

/** One for each part that counts records; none for targets that count other things. */
export function entriesOf(target: Target): RecordEntry[] {
  if (target.judge === 'person') return []
  return countsOf(target).flatMap(({ title, count, where }) => {
    const kind = kindNames.find((known) => known === count)
    return kind ? [{ title, kind, answers: answersIn(where) }] : []
  })
}

/** What each area must have on record by a day, of the targets that say so plainly: one record, of one kind. */
export const expectedIn = (pack: Pack): Expected[] =>
  pack.targets.flatMap((target) => (target.judge === 'person' ? [] : expectedOf(target, pack)))

type Counting = { title: string; count: string; where: Filter | undefined }

function countsOf(target: CountedTarget): Counting[] {
  const parts = 'parts' in target ? (target.parts ?? []) : []
  if (parts.length === 0) return [target].map(({ title, count, where }) => ({ title, count, where }))
  return parts.map(({ title, count, where }) => ({
    title,
    count: count ?? target.count,
    where: { ...(count ? {} : target.where), ...where },
  }))
}

/** The plain equalities of a filter. */
const answersIn = (where: Filter | undefined): Answers =>
  Object.fromEntries(
    Object.entries(where ?? {}).filter(
      (pair): pair is [string, string | boolean] =>
        !['term', 'all', 'any', 'not'].includes(pair[0]) && ['string', 'boolean'].includes(typeof pair[1]),
    ),
  )

const isPlain = (where: Filter | undefined): boolean =>
  Object.keys(where ?? {}).length === Object.keys(answersIn(where)).length

/** Named units, units with conditions and shares leave it open which area it is; more than one is nobody's one record. */
function unitsOf(target: Target, pack: Pack): Pick<Expected, 'units' | 'zones'> | null {
  if (target.judge !== 'each' && target.judge !== 'total') return null
  if (target.every || target.located || target.steps) return null
  if (target.judge === 'total') return isOne(target.need) ? { units: pack.area.level, zones: true } : null
  const needs = target.parts ? target.parts.map(({ need }) => need) : [target.need]
  const { units, having, within, settlement, where, zones } = target.among
  if (units === 'organization' || units === 'programme') return null
  const open = having ?? within ?? settlement ?? where
  return open || !needs.every(isOne) ? null : { units, zones }
}

const isOne = (need: Need | undefined): boolean => need?.atLeast === 1

function expectedOf(target: CountedTarget, pack: Pack): Expected[] {
  const where = unitsOf(target, pack)
  if (!where || !countsOf(target).every((counting) => isPlain(counting.where))) return []
  const spans = spansOf(target, pack)
  return entriesOf(target).flatMap((entry, part) =>
    isLasting(entry.kind)
      ? []
      : spans.map((span) => ({ ...entry, ...span, ...where, target: target.id, part })),
  )
}

type Spanning = Pick<Expected, 'countsFrom' | 'countsTo' | 'startsOn' | 'dueOn'>

/** When it must have been done: once, or in every calendar year. */
function spansOf(target: CountedTarget, pack: Pack): Spanning[] {
  const from = target.from ?? pack.from
  const due = target.due ?? pack.to
  if (target.window === 'year') return yearsOf(from, due)
  const since = target.window === 'sinceStart' ? from : null
  const countsFrom = typeof target.window === 'object' ? target.window.since : since
  return [{ countsFrom, countsTo: null, startsOn: from, dueOn: due }]
}

const yearsOf = (from: Day, due: Day): Spanning[] =>
  Array.from({ length: yearOf(due) - yearOf(from) + 1 }, (_, at) => yearOf(from) + at).map((year) => ({
    countsFrom: firstDayOf(year),
    countsTo: lastDayOf(year),
    startsOn: later(from, firstDayOf(year)),
    dueOn: earlier(due, lastDayOf(year)),
  }))
