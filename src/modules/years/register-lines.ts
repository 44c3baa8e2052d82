// The register's facts at the beginning and at the end of a year, side by side, in words.
import { labelOf, valueText } from '../organizations/organization-fields.ts'
import type { RegisterLine } from './year-sheet.ts'

type Standing = Readonly<Record<string, string | number | boolean | null>>

/** Those that a year may change. */
const fields = [
  ...['status', 'area', 'category', 'tier', 'members', 'residentsServed'],
  ...['partyMembers', 'leaderInParty', 'partyPresence', 'charter', 'hub'],
]

/** Null for a day on which the organization was not on the register. */
export const registerLines = (before: Standing | null, after: Standing | null): RegisterLine[] =>
  fields.map((field) => ({
    title: labelOf(field),
    before: before && valueText(field, before[field]),
    after: after && valueText(field, after[field]),
  }))
