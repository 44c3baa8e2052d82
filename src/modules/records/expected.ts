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
  const known = Object.keys(formOf(kind).fields)
  const given = Object.entries(keptAnswers(answers)).filter(([name]) => known.includes(name))
  const pairs = [
    ['kind', kind],
    ...(area !== undefined ? [['area', area ?? '']] : []),
    ...given.map(([name, value]) => [`a.${name}`, String(value)]),
    ...(kind === 'tasks' && typeof answers.task === 'string' ? [['title', answers.task]] : []),
  ]
  return `/records/new?${pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}`
}
