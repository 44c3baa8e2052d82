// Takes a name apart: areas in front, the form at the end, trade name and field between them.
import { connectors, eitherWords, nameLikeWords } from './field-words.ts'
import { formWords } from './form-words.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import type { NameKind } from './name-parts.ts'
import type { NamingRules } from './naming-rules.ts'
import type { Place } from './places.ts'
import { latePlace, type PlaceSpan, readPlaces } from './read-places.ts'

export type Span = { from: number; to: number }

/** Spans of the folded name. */
export type Parts = {
  places: PlaceSpan[]
  /** One of its own areas that stands behind the trade name. */
  late: PlaceSpan | null
  tradeName: Span | null
  field: Span | null
  form: Span | null
  /** Whether what stands as field is known to be one. */
  fieldKnown: boolean
}

export function partsOf(text: string, chain: readonly Place[], kind: NameKind, rules: NamingRules): Parts {
  const lexicon = lexiconOf(rules.fieldWords)
  const { spans: places, end } = readPlaces(text, chain, lexicon)
  const form = formOf(text, end, rules)
  const to = form?.from ?? text.length
  const late = latePlace(text.slice(0, to), end, chain)
  const middle = late
    ? aroundLate(text, { from: end, to: late.from }, { from: late.to, to }, lexicon)
    : middleOf(text, end, to, kind, rules, lexicon)
  return { places, late, form, ...middle }
}

/** The longest word at the end that names a form; the rules' own endings are forms too. */
function formOf(text: string, from: number, rules: NamingRules): Span | null {
  const rest = text.slice(from)
  const found = [...formWords, ...rules.allEndings].filter((word) => rest.endsWith(word))
  const longest = Math.max(0, ...found.map((word) => word.length))
  return longest === 0 ? null : { from: text.length - longest, to: text.length }
}

type Middle = Pick<Parts, 'tradeName' | 'field' | 'fieldKnown'>

function middleOf(
  text: string,
  from: number,
  to: number,
  kind: NameKind,
  rules: NamingRules,
  lexicon: Lexicon,
): Middle {
  const quote = quotes.exec(text.slice(from, to))
  if (quote) {
    const end = from + quote[0].length
    const field = end < to ? { from: end, to } : null
    const fieldKnown = field !== null && saysWhat(text, end, to, lexicon)
    return { tradeName: { from, to: end }, field, fieldKnown }
  }
  return split(text, from, to, kind, rules, lexicon)
}

/** What stands before a late area is taken for the trade name, what follows for the field. */
function aroundLate(text: string, tradeName: Span, rest: Span, lexicon: Lexicon): Middle {
  const field = rest.from < rest.to ? rest : null
  return { tradeName, field, fieldKnown: saysWhat(text, rest.from, rest.to, lexicon) }
}

const quotes = /^["“”'‘’「『《〈][^"“”'‘’」』》〉]+["“”'‘’」』》〉]/u

/** Where trade name and field part. */
function split(
  text: string,
  from: number,
  to: number,
  kind: NameKind,
  rules: NamingRules,
  lexicon: Lexicon,
): Middle {
  if (from === to) return { tradeName: null, field: null, fieldKnown: false }
  const start = withQualifier(text, from, fieldStart(text, from, to, lexicon), to, rules)
  const wantsTradeName = rules.parts[kind].tradeName === 'required'
  const mayBeField = !wantsTradeName && kind !== 'group'
  const told = start < to && saysWhat(text, start, to, lexicon)
  if (start === to || (!told && mayBeField)) return unknownMiddle({ from, to }, mayBeField)
  const least = wantsTradeName ? 1 : 2
  const either = wantsTradeName ? eitherWords : nameLikeWords
  const given = start === from ? givenName(text, from, to, lexicon, either) : start - from
  const at = given >= least ? from + given : from
  return {
    tradeName: at > from ? { from, to: at } : null,
    field: { from: at, to },
    fieldKnown: saysWhat(text, at, to, lexicon),
  }
}

/** Words that nobody listed are the field of an association (红豆杉协会), and the trade name of others (老娘舅工作室). */
const unknownMiddle = (whole: Span, isField: boolean): Middle => ({
  tradeName: isField ? null : whole,
  field: isField ? whole : null,
  fieldKnown: false,
})

/** Whether there is more than words that go with any field. */
function saysWhat(text: string, from: number, to: number, lexicon: Lexicon): boolean {
  const field = text.slice(from, to)
  return Array.from(field).some((_, at) => lexicon.wordAt(field, at) > 0)
}

/** 中华|武术: a word that qualifies the field belongs to it. */
function withQualifier(text: string, from: number, start: number, to: number, rules: NamingRules): number {
  const word = start < to && rules.national.find((one) => text.slice(from, start).endsWith(one))
  return word ? start - word.length : start
}

/** The earliest place from which everything up to `to` is words for what is done; `to` when nothing is. */
function fieldStart(text: string, from: number, to: number, lexicon: Lexicon): number {
  const reaches = new Set([to])
  const middle = text.slice(0, to)
  for (let at = to - 1; at >= from; at--)
    if (lexicon.tilesAt(middle, at).some((length) => reaches.has(at + length))) reaches.add(at)
  const starts = [...reaches].filter((at) => at < to && !connectors.includes(text[at] ?? ''))
  return starts.length === 0 ? to : Math.min(...starts)
}

/** A word that may as well be a trade name, where words for what is done follow: 爱心|居家养老. Its length, or 0. */
function givenName(
  text: string,
  from: number,
  to: number,
  lexicon: Lexicon,
  either: ReadonlySet<string>,
): number {
  const middle = text.slice(0, to)
  const isGiven = (length: number) =>
    either.has(text.slice(from, from + length)) &&
    fieldStart(middle, from + length, to, lexicon) === from + length &&
    saysWhat(text, from + length, to, lexicon)
  return lexicon.tilesAt(middle, from).find((length) => from + length < to && isGiven(length)) ?? 0
}
