// Everything that is wrong with a name, each with the rule behind it and the way to mend it.
import { type Finding, type Looked, plainWords } from './finding.ts'
import type { Folded } from './folded.ts'
import { formFaults } from './form-faults.ts'
import { middleFaults } from './middle-faults.ts'
import type { NameFault } from './name-parts.ts'
import { placeFaults } from './place-faults.ts'
import { wordFaults } from './word-faults.ts'

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

function inName(folded: Folded, { severity = 'fault', span, ...finding }: Finding): NameFault {
  const from = folded.start(span.from)
  return { severity, ...finding, from, to: span.to > span.from ? folded.end(span.to) : from }
}

const byPlace = (a: NameFault, b: NameFault): number =>
  a.from - b.from || Number(a.severity === 'warning') - Number(b.severity === 'warning')
