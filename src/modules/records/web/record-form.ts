// What stands in the form of a record while it is being filled in, and what is missing before it can be sent.
import { dayFromText } from '../../../ui/day-text.ts'
import type { DatedRecord } from '../record.ts'
import { formOf, isLasting, type RecordKind } from '../record-kinds.ts'

export type Draft = {
  area: string | null
  organization: string | null
  title: string
  startsOn: string | null
  endsOn: string | null
  /** Null while nobody has touched it: then the last one is proposed. */
  doneBy: string | null
  words: string
  attributes: Readonly<Record<string, string | boolean>>
}
export type Faults = Readonly<Record<string, string>>

/** An empty area is one that must be chosen. */
type Known = { area: string; organization: string | null; today: string }

/** An empty draft with the answers that the address brings: `a.kind=workPlan`, `title=…`. */
export function draftFrom(kind: RecordKind, search: URLSearchParams, known: Known): Draft {
  const given = Object.entries(formOf(kind).fields).flatMap(([name, { kind: of }]) => {
    const said = search.get(`a.${name}`)
    if (said === null) return []
    return [[name, of === 'flag' ? said === 'true' : said] as const]
  })
  const { area, organization, today } = known
  return {
    ...{ area: area || null, organization, title: search.get('title') ?? '', startsOn: today, endsOn: null },
    ...{ doneBy: null, words: '', attributes: Object.fromEntries(given) },
  }
}

export const draftOf = (record: DatedRecord): Draft => ({
  area: record.area,
  organization: record.organization?.id ?? null,
  title: formOf(record.kind).heading ? record.title : '',
  startsOn: record.startsOn,
  endsOn: record.endsOn,
  doneBy: record.doneBy ?? '',
  words: record.words ?? '',
  attributes: record.attributes,
})

/** What is missing or no date, by field; the server has the last word. */
export function faultsIn(kind: RecordKind, draft: Draft, doneBy: string): Faults {
  const form = formOf(kind)
  const open = Object.entries(form.fields).filter(
    ([name, field]) => field.kind !== 'text' && draft.attributes[name] === undefined,
  )
  return Object.fromEntries([
    ...(draft.area ? [] : [['area', '请选择地区'] as const]),
    ...open.map(([name, { title }]) => [`attributes.${name}`, `请选择：${title}`] as const),
    ...(form.heading && !draft.title.trim() ? [['title', `请填写${form.heading.label}`] as const] : []),
    ...(dayFromText(draft.startsOn ?? '')
      ? []
      : [['startsOn', '请填写存在的日期，例如 2023-08-25'] as const]),
    ...(isLasting(kind) && draft.endsOn && !dayFromText(draft.endsOn)
      ? [['endsOn', '请填写存在的日期，或者不填'] as const]
      : []),
    ...(form.doneBy.required && !doneBy.trim() ? [['doneBy', `请填写${form.doneBy.label}`] as const] : []),
    ...(form.words.required && !draft.words.trim() ? [['words', `请填写${form.words.label}`] as const] : []),
  ])
}

/** As the server takes it. */
export const bodyOf = (draft: Draft, doneBy: string) => ({
  area: draft.area ?? '',
  organization: draft.organization,
  title: draft.title.trim() || null,
  startsOn: dayFromText(draft.startsOn ?? '') ?? '',
  endsOn: dayFromText(draft.endsOn ?? ''),
  doneBy: doneBy.trim() || null,
  words: draft.words.trim() || null,
  attributes: Object.fromEntries(
    Object.entries(draft.attributes).filter(([, value]) => typeof value === 'boolean' || value.trim() !== ''),
  ),
})
