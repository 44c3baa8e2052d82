// What a kind of table holds: its columns, the headings that people give them, and what only that kind knows.
import type { Header } from './header.ts'
import type { Likeness } from './heading.ts'

/** `sure`: headings that mean the field; `likely`: headings that usually do; `never`: what looks like it but is not. */
export type FieldNames = { sure: readonly string[]; likely?: RegExp; never?: RegExp }

export type Vocabulary = {
  /** Field → the heading that we ourselves write. */
  labels: Readonly<Record<string, string>>
  names: Readonly<Record<string, FieldNames>>
  /** The field that names a row: a table without it is not of this kind. */
  key: string
  habits?: Habits
}

/** Corrections that need to know what the table is about. */
export type Habits = {
  fits: (field: string, leaf: string, parents: readonly string[]) => boolean
  underParent: (field: string, leaf: string, parents: readonly string[]) => number
  isForeign: (leaf: string, parents: readonly string[]) => boolean
  byValues: (found: readonly Likeness[], path: readonly string[], samples: readonly string[]) => Likeness[]
  /** A table of another kind, whatever its headings say. */
  isOther: (header: Header) => boolean
}
