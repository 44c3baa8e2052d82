// Reads a name: its parts with their places, and everything that is wrong with it.
import { type Folded, foldName } from './folded.ts'
import { faultsOf } from './name-faults.ts'
import type { NameKind, NamePart, NameReading, Segment } from './name-parts.ts'
import type { NamingRules } from './naming-rules.ts'
import { claimedLevel, type Place } from './places.ts'
import { type Parts, partsOf, type Span } from './read-parts.ts'
import type { PlaceSpan } from './read-places.ts'

export type NameQuestion = {
  /** The areas of the organization from the province down to its own; empty: not known, any area is taken. */
  places: readonly Place[]
  kind: NameKind
  rules: NamingRules
}

/**
 * Takes a name apart into 行政区划 | 社区（村） | 字号 | 业务范围 | 组织形式 and holds it against the rule of its kind.
 * Positions are those of the name as given. Sources: CQ 十二, 社会组织名称管理办法; what may differ by place is in `rules`.
 */
export function readName(name: string, question: NameQuestion): NameReading {
  const folded = foldName(name)
  const parts = partsOf(folded.text, question.places, question.kind, question.rules)
  return {
    name,
    kind: question.kind,
    parts: /\p{Script=Han}/u.test(folded.text) ? segmentsOf(name, folded, parts) : [],
    faults: faultsOf({ folded, parts, ...question }),
  }
}

function segmentsOf(name: string, folded: Folded, parts: Parts): Segment[] {
  const segment = (part: NamePart, span: Span | null, meant: string | null = null): Segment[] => {
    if (!span) return []
    const [from, to] = [folded.start(span.from), folded.end(span.to)]
    return [{ part, from, to, text: name.slice(from, to), meant }]
  }
  const ofPlace = (span: PlaceSpan) =>
    segment(partOfPlace(folded.text, span), span, span.short ? (span.place?.name ?? null) : null)
  return [
    ...parts.places.flatMap(ofPlace),
    ...segment('tradeName', parts.tradeName),
    ...(parts.late ? ofPlace(parts.late) : []),
    ...segment('field', parts.field),
    ...segment('form', parts.form),
  ]
}

/** 行政区划 down to the township, 社区（村） below; an area of elsewhere by what its name claims. */
export const partOfPlace = (text: string, { place, from, to }: PlaceSpan): 'area' | 'community' =>
  (place ? place.level === 'community' : claimedLevel(text.slice(from, to)) === 'community')
    ? 'community'
    : 'area'
