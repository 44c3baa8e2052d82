// One parser and one writer for every field, so that what is exported can be imported again unchanged.
import { type ChoiceValue, labelOfChoice, parseChoiceField } from './choice-tables.ts'
import type { FieldId } from './fields.ts'
import { parseUnifiedCode } from './parse-code.ts'
import { parseCount } from './parse-count.ts'
import { formatDay, type GivenDay, parseDay } from './parse-day.ts'
import { formatFlag, parseFlag } from './parse-flag.ts'
import { parsePhone } from './parse-phone.ts'
import { formatText, parseName, parseText } from './parse-text.ts'
import type { Parser } from './parsed.ts'
import type { Cell } from './table.ts'

/** The type that each field has after parsing. Areas stay names here: the server resolves them. */
export type FieldValues = {
  name: string
  category: ChoiceValue<'category'>
  township: string
  community: string
  area: string
  leader: string
  phone: string
  members: number
  partyMembers: number
  foundedOn: GivenDay
  filedOn: GivenDay
  registeredOn: GivenDay
  place: string
  scope: string
  partyBranch: ChoiceValue<'partyBranch'>
  tier: ChoiceValue<'tier'>
  legalForm: ChoiceValue<'legalForm'>
  unifiedCode: string
  residentsServed: number
  hub: boolean
  charter: boolean
  status: ChoiceValue<'status'>
  note: string
}

/** How each field is read. Lengths and maxima as in `organization.ts`. */
export const parsers: { readonly [F in FieldId]: Parser<FieldValues[F]> } = {
  name: (cell) => parseName(cell, 60),
  category: (cell) => parseChoiceField('category', cell),
  township: (cell) => parseName(cell, 60),
  community: (cell) => parseName(cell, 60),
  area: (cell) => parseText(cell, 120),
  leader: (cell) => parseName(cell, 40),
  phone: parsePhone,
  members: (cell) => parseCount(cell, 1_000_000),
  partyMembers: (cell) => parseCount(cell, 100_000),
  foundedOn: (cell) => parseDay(cell),
  filedOn: (cell) => parseDay(cell),
  registeredOn: (cell) => parseDay(cell),
  place: (cell) => parseText(cell, 200),
  scope: (cell) => parseText(cell, 1000, true),
  partyBranch: (cell) => parseChoiceField('partyBranch', cell),
  tier: (cell) => parseChoiceField('tier', cell),
  legalForm: (cell) => parseChoiceField('legalForm', cell),
  unifiedCode: parseUnifiedCode,
  residentsServed: (cell) => parseCount(cell, 10_000_000),
  hub: parseFlag,
  charter: parseFlag,
  status: (cell) => parseChoiceField('status', cell),
  note: (cell) => parseText(cell, 1000, true),
}

const asChoice = (field: Parameters<typeof labelOfChoice>[0]) => (value: string) =>
  labelOfChoice(field, value)
const asIs = (value: string | number): Cell => value

/** The cell that export writes for each field; `parsers` reads the same value from it. */
export const writers: { readonly [F in FieldId]: (value: FieldValues[F]) => Cell } = {
  name: formatText,
  category: asChoice('category'),
  township: formatText,
  community: formatText,
  area: formatText,
  leader: formatText,
  phone: asIs,
  members: asIs,
  partyMembers: asIs,
  foundedOn: formatDay,
  filedOn: formatDay,
  registeredOn: formatDay,
  place: formatText,
  scope: formatText,
  partyBranch: asChoice('partyBranch'),
  tier: asChoice('tier'),
  legalForm: asChoice('legalForm'),
  unifiedCode: asIs,
  residentsServed: asIs,
  hub: formatFlag,
  charter: formatFlag,
  status: asChoice('status'),
  note: formatText,
}
