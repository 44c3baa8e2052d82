// What can be wrong with the end of a name: no form, one that the rule does not know, or another kind of body.

import type { Finding, Looked } from './finding.ts'
import { otherBodies, reservedForms } from './form-words.ts'
import { endingsKey } from './naming-rules.ts'

export function formFaults(looked: Looked): Finding[] {
  const other = otherBody(looked)
  return other ? [other] : (missingForm(looked) ?? [...wrongForm(looked)])
}

/** 业主委员会, companies, branches: no change of the name makes one of them a community social organization. */
function otherBody({ folded: { text }, parts }: Looked): Finding | null {
  const from = parts.places.at(-1)?.to ?? 0
  for (const [ending, why] of otherBodies) {
    const found = ending.exec(text)
    if (found && found.index >= from)
      return {
        part: 'form',
        span: { from: found.index, to: text.length },
        message: `以“${found[0]}”结尾的不是社区社会组织`,
        why,
        mend: '如果确是居民自己组织的团体，请换一个组织形式，例如“队”“社”“协会”',
      }
  }
  return null
}

function missingForm({ folded: { text }, parts, rules, kind }: Looked): Finding[] | null {
  if (parts.form) return null
  return [
    {
      part: 'form',
      span: { from: text.length, to: text.length },
      message: '缺少组织形式',
      why: rules.because(endingsKey(kind)),
      mend: `请在最后写上组织形式，例如${sample(rules.endings[kind])}`,
    },
  ]
}

function wrongForm({ folded: { text }, parts, rules, kind }: Looked): Finding[] {
  if (!parts.form) return []
  const form = text.slice(parts.form.from, parts.form.to)
  const reserved = Object.entries(reservedForms).find(([ending]) => form.endsWith(ending))
  const isReserved = reserved !== undefined && !reserved[1].includes(kind)
  if (!isReserved && rules.endings[kind].some((ending) => form.endsWith(ending))) return []
  return [
    {
      part: 'form',
      span: parts.form,
      message: `组织形式不能是“${form}”`,
      why: rules.because(endingsKey(kind)),
      mend: `请改成${sample(rules.endings[kind])}`,
    },
  ]
}

const sample = (endings: readonly string[]): string =>
  `${endings
    .slice(0, 5)
    .map((ending) => `“${ending}”`)
    .join('')}${endings.length > 5 ? '等' : ''}`
