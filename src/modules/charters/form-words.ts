// The answers of a charter's form as they stand inside its sentences; what is missing becomes a gap.
import { assetHeirs } from '../rules/keys/charters-keys.ts'
import {
  type CharterField,
  type CharterForm,
  charterFields,
  disclosureWays,
  elections,
  incomes,
  selfNames,
} from './charter-form.ts'
import { gap } from './gaps.ts'
import { shareWords } from './shares.ts'

export type FormWords = Record<Exclude<CharterField, 'activities' | 'other'>, string>

/** Every answer as words, or as a gap that names the question. */
export function formWords(form: CharterForm): FormWords {
  const text = (field: TextField) => (form[field] === null ? gap(charterFields[field]) : bare(form[field]))
  const number = (field: NumberField) => (form[field] === null ? gap(charterFields[field]) : `${form[field]}`)
  const share = (field: ShareField) => {
    const given = form[field]
    return given === null ? gap(charterFields[field]) : shareWords(given)
  }
  return {
    ...each(textFields, text),
    ...each(numberFields, number),
    ...each(shareFields, share),
    self: form.self === null ? selfNames.organization : selfNames[form.self],
    election: form.election === null ? gap(charterFields.election) : elections[form.election],
    heir: form.heir === null ? gap(charterFields.heir) : assetHeirs[form.heir],
    incomes: listed(form.incomes, incomes, charterFields.incomes),
    disclosureWays: listed(form.disclosureWays, disclosureWays, charterFields.disclosureWays),
    party: form.party === null ? gap(charterFields.party) : '',
    joining: form.joining === null ? gap(charterFields.joining) : '',
    custody: form.custody === null ? gap(charterFields.custody) : '',
  }
}

const textFields = [
  ...(['name', 'nature', 'community', 'authority', 'guidance', 'place', 'purpose', 'eligibility'] as const),
  ...(['leaderTitle', 'custodian'] as const),
]
const numberFields = [
  ...(['dues', 'deputies', 'termYears', 'termsMax', 'meetingsPerYear'] as const),
  ...(['largeExpense', 'disclosuresPerYear'] as const),
]
const shareFields = ['quorum', 'majority', 'amendMajority'] as const
type TextField = (typeof textFields)[number]
type NumberField = (typeof numberFields)[number]
type ShareField = (typeof shareFields)[number]

const each = <F extends string>(fields: readonly F[], say: (field: F) => string): Record<F, string> =>
  Object.fromEntries(fields.map((field) => [field, say(field)])) as Record<F, string>

/** Without the full stop that people put behind an answer: the sentence brings its own. */
export const bare = (text: string | null): string => (text ?? '').replace(/[。．.；;，,、！!\s]+$/, '')

function listed<T extends string>(
  chosen: readonly T[],
  labels: Readonly<Record<T, string>>,
  question: string,
): string {
  const words = chosen.map((one) => labels[one])
  if (words.length === 0) return gap(question)
  return words.length === 1 ? `${words[0]}` : `${words.slice(0, -1).join('、')}和${words.at(-1)}`
}
