// What a programme expects to be recorded: one kind of record, about each area of a level, by a day.
import type { Day } from '../../kernel/time.ts'
import type { AreaLevel } from '../areas/area.ts'
import { derivedAttributes, formOf, type RecordKind } from './record-kinds.ts'

/** Attributes of a record that a target counts, as plain values. */
export type Answers = Readonly<Record<string, string | boolean>>

export type Expected = {
  /** The target and which of its parts. */
  target: string
  part: number
  title: string
  kind: RecordKind
  answers: Answers
  /** Each area of this level. */
  units: AreaLevel
  /** Development zones count as areas too. */
  zones: boolean
  /** Records of these days count; null: without limit. */
  countsFrom: Day | null
  countsTo: Day | null
  startsOn: Day
  dueOn: Day
}

/** Those answers that a record keeps; the level and a task's name are known otherwise. */
export const keptAnswers = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !Object.hasOwn(derivedAttributes, name)))

/** The address of the form, filled in: `/records/new?kind=documents&a.kind=workPlan`. `area` null: it must be chosen. */
export function formPath(kind: RecordKind, answers: Answers, area?: string | null): string {
  const query = new URLSearchParams({ kind, ...(area !== undefined && { area: area ?? '' }) })
  for (const [name, value] of Object.entries(keptAnswers(answers)))
    if (Object.hasOwn(formOf(kind).fields, name)) query.set(`a.${name}`, String(value))
  if (kind === 'tasks' && typeof answers.task === 'string') query.set('title', answers.task)
  return `/records/new?${query}`
}
