// What a charter must say before it can be voted on: what is missing, and what a place does not allow.
import { type Fault, Problem } from '../../kernel/problem.ts'
import { assetHeirs } from '../rules/keys/charters-keys.ts'
import type { CharterRules } from './charter.ts'
import { type CharterField, type CharterForm, charterFields, incomes, isAsked } from './charter-form.ts'
import { isAtLeast, shareWords } from './shares.ts'

/** Questions without an answer, in the order of the form. */
export const missingFields = (form: CharterForm): CharterField[] =>
  (Object.keys(charterFields) as CharterField[]).filter(
    (field) => field !== 'other' && isAsked(field, form) && isOpen(form[field]),
  )

const isOpen = (answer: CharterForm[CharterField]): boolean =>
  answer === null || (Array.isArray(answer) && answer.length === 0)

/** Answers that the place does not allow or that contradict each other. */
export function limitFaults(form: CharterForm, rules: CharterRules): Fault[] {
  return [...countFaults(form, rules), ...shareFaults(form, rules), ...choiceFaults(form, rules)]
}

function countFaults(form: CharterForm, rules: CharterRules): Fault[] {
  const faults: Fault[] = []
  const { termYears, termsMax, meetingsPerYear, disclosuresPerYear } = form
  const longest = rules['charters.termYearsMax']
  const terms = rules['charters.termsMax']
  const say = (at: CharterField, message: string) => faults.push({ at, message })
  if (termYears === 0) say('termYears', '任期至少 1 年')
  if (termYears !== null && termYears > longest)
    say('termYears', `任期 ${termYears} 年，本地规定每届不超过 ${longest} 年`)
  if (terms !== null && termsMax !== null && (termsMax === 0 || termsMax > terms))
    say('termsMax', `本地规定连续任职不超过 ${terms} 届`)
  if (meetingsPerYear !== null && meetingsPerYear < rules['charters.meetingsPerYear'])
    say('meetingsPerYear', `本地规定成员大会每年至少 ${rules['charters.meetingsPerYear']} 次`)
  if (disclosuresPerYear !== null && disclosuresPerYear < rules['charters.disclosuresPerYear'])
    say('disclosuresPerYear', `本地规定每年至少公开 ${rules['charters.disclosuresPerYear']} 次`)
  return faults
}

const shareFields = ['quorum', 'majority', 'amendMajority'] as const

const shareFaults = (form: CharterForm, rules: CharterRules): Fault[] =>
  shareFields.flatMap((field) => {
    const [given, least] = [form[field], rules[`charters.${field}`]]
    if (given === null || isAtLeast(given, least)) return []
    return { at: field, message: `${shareWords(given)}不够，本地规定至少${shareWords(least)}` }
  })

function choiceFaults(form: CharterForm, rules: CharterRules): Fault[] {
  const faults: Fault[] = []
  if (form.party === 'omitted' && rules['charters.partyClause'])
    faults.push({ at: 'party', message: '本地规定章程要写明党的领导和党建工作' })
  if (form.heir !== null && !rules['charters.assetHeirs'].includes(form.heir))
    faults.push({ at: 'heir', message: `本地规定剩余财产不能用于“${assetHeirs[form.heir]}”` })
  if (form.dues !== null && form.dues > 0 && form.custody === 'none')
    faults.push({ at: 'custody', message: '要收会费，就有资金往来：请选由谁保管' })
  if (form.custody !== 'none' && form.dues === 0 && form.incomes.includes('dues'))
    faults.push({ at: 'incomes', message: `不收会费，资金来源里就不该有“${incomes.dues}”` })
  return faults
}

/** Why a form cannot be voted on yet, all reasons at once, or null. */
export function whyNotComplete(form: CharterForm, rules: CharterRules): Problem | null {
  const missing = missingFields(form).map((at) => ({ at, message: `还没有填${charterFields[at]}` }))
  const faults = [...missing, ...limitFaults(form, rules)]
  if (faults.length === 0) return null
  return new Problem(422, {
    code: 'charter.incomplete',
    message: `章程还有 ${faults.length} 处没有填好：${faults.map(({ at }) => charterFields[at as CharterField]).join('、')}。`,
    mend: '请先补上这些地方，再拿去表决。',
    faults,
  })
}
