// What the area field lists: matches of what was typed, or the place where one is and what lies below it.
import { useQuery } from '@tanstack/react-query'
import { useDebounced } from '../../../ui/use-debounced.ts'
import type { AreaLevel } from '../area.ts'
import type { AreaHit } from '../areas-api.ts'
import { areaSearchQuery, childrenQuery } from './areas-queries.ts'

/** Quiet time before a keystroke becomes a question, milliseconds. */
const pause = 100

/** `whole`: the place itself, listed above what lies below it. */
export type AreaLine = AreaHit & { whole: boolean }

export type HitsQuestion = {
  text: string
  /** The last step of the way down. */
  step: AreaHit | undefined
  within: string | undefined
  level: AreaLevel | undefined
  /** Lines on one screen. */
  size: number
  /** False while nothing is shown: nothing is asked. */
  open: boolean
}

export type Hits = {
  /** Undefined while the first answer is on its way. */
  lines: AreaLine[] | undefined
  /** The lines belong to an earlier text. */
  stale: boolean
  problem: unknown
  searching: boolean
}

export function useAreaHits(question: HitsQuestion): Hits {
  const searching = question.text.trim() !== ''
  const found = useFound(question, searching)
  const listed = useListed(question, !searching)
  return searching ? found : listed
}

function useFound({ text, step, within, level, size, open }: HitsQuestion, wanted: boolean): Hits {
  const q = useDebounced(text.trim(), pause)
  const ask = areaSearchQuery({ q, within: step?.code ?? within, level, limit: size })
  const { data, error, isPlaceholderData } = useQuery({ ...ask, enabled: open && wanted && q !== '' })
  const lines = q === '' ? undefined : data?.items.map(asLine)
  return { lines, stale: isPlaceholderData || q !== text.trim(), problem: error, searching: true }
}

/** At the beginning the place is `within`, or the reader's own area when there is only one. */
function useListed({ step, within, level, size, open }: HitsQuestion, wanted: boolean): Hits {
  const top = !step && !within
  const own = useQuery({ ...areaSearchQuery({ q: '', limit: size }), enabled: open && top })
  const place = step ?? (top && own.data?.items.length === 1 ? own.data.items[0] : undefined)
  const inside = place?.code ?? within
  const below = useQuery({ ...childrenQuery(inside ?? ''), enabled: open && wanted && inside !== undefined })
  const asked = inside === undefined ? own : below
  const lines =
    inside === undefined ? own.data?.items.map(asLine) : below.data && linesAt(place, below.data.items, level)
  return { lines, stale: false, problem: asked.error, searching: false }
}

const asLine = (hit: AreaHit): AreaLine => ({ ...hit, whole: false })

/** The place itself comes first where it may be chosen. */
function linesAt(
  place: AreaHit | undefined,
  below: readonly Omit<AreaHit, 'where'>[],
  level: AreaLevel | undefined,
): AreaLine[] {
  const lines = below.map(({ code, name, level }) => asLine({ code, name, level, where: '' }))
  return place && (!level || place.level === level) ? [{ ...place, whole: true }, ...lines] : lines
}
