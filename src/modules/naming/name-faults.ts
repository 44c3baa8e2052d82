// Everything that is wrong with a name, each with the rule behind it and the way to mend it.
import type { Folded } from './folded.ts'
import { formFaults } from './form-faults.ts'
import { middleFaults } from './middle-faults.ts'
import type { NameFault, NameKind, NamePart } from './name-parts.ts'
import type { NamingRules } from './naming-rules.ts'
import { placeFaults } from './place-faults.ts'
import type { Place } from './places.ts'
import type { Parts, Span } from './read-parts.ts'
import { wordFaults } from './word-faults.ts'

/** What a rule looks at: the folded name, its parts, and where the organization is. */
export type Looked = {
  folded: Folded
  parts: Parts
  places: readonly Place[]
  kind: NameKind
  rules: NamingRules
}

/** What a rule has found: `span` in the folded name; an empty one marks the place where something is missing. */
export type Finding = {
  severity?: NameFault['severity']
  part: NamePart | null
  span: Span
  message: string
  why: string
  mend: string
}

export function faultsOf(looked: Looked): NameFault[] {
  const { folded } = looked
  const nothing = whyUnreadable(looked)
  const found = nothing
    ? [nothing]
    : [placeFaults, middleFaults, formFaults, wordFaults].flatMap((rule) => rule(looked))
  return found.map((finding) => inName(folded, finding)).sort(byPlace)
}

function whyUnreadable({ folded: { text }, rules }: Looked): Finding | null {
  const whole = { part: null, span: { from: 0, to: text.length } }
  if (!/\p{Script=Han}/u.test(text))
    return { ...whole, message: '名称里没有汉字，读不出来', why: plainWords, mend: '请用规范汉字填写名称' }
  if (text.length > rules.mostCharacters)
    return {
      ...whole,
      message: `名称有 ${text.length} 个字，最多 ${rules.mostCharacters} 个`,
      why: rules.because('naming.mostCharacters'),
      mend: '请去掉可以不写的部分，例如字号或重复的业务范围',
    }
  return null
}

export const plainWords = '《社会组织名称管理办法》第七条：含义明确健康、文字规范简洁'

function inName(folded: Folded, { severity = 'fault', span, ...finding }: Finding): NameFault {
  const from = folded.start(span.from)
  return { severity, ...finding, from, to: span.to > span.from ? folded.end(span.to) : from }
}

const byPlace = (a: NameFault, b: NameFault): number =>
  a.from - b.from || Number(a.severity === 'warning') - Number(b.severity === 'warning')
