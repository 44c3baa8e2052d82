// Words and signs that a name may not hold.

import { type Finding, type Looked, plainWords } from './finding.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import type { NamePart } from './name-parts.ts'
import type { NamingKey } from './naming-rules.ts'
import type { Span } from './read-parts.ts'

export const wordFaults = (looked: Looked): Finding[] => [
  ...misleading(looked),
  ...national(looked),
  ...refused(looked),
  ...strangeSigns(looked),
]

type Found = { part: NamePart; word: string; span: Span }

function misleading(looked: Looked): Finding[] {
  const { rules } = looked
  return wordsIn(looked, rules.misleading).map(({ part, word, span }) => ({
    part,
    span,
    message: `不能用“${word}”`,
    why: `${rules.because('naming.misleadingWords')}：不使用有误导性的文字`,
    mend: '请去掉这几个字，或者换一个平实的说法',
  }))
}

/** Lawful where it qualifies the field: 中华武术, 国际象棋. */
function national(looked: Looked): Finding[] {
  const { rules, parts } = looked
  return wordsIn(looked, rules.national)
    .filter(({ part, span }) => part !== 'field' || !parts.fieldKnown || span.to === parts.field?.to)
    .map(({ part, word, span }) => ({
      part,
      span,
      message: `“${word}”只能用来限定业务范围`,
      why: `${rules.because('naming.nationalWords')}：须是行（事）业领域的限定语`,
      mend: '请去掉，或者紧接业务范围来写，例如“中华武术”',
    }))
}

function refused(looked: Looked): Finding[] {
  const { rules } = looked
  return wordsIn(looked, rules.refused).map(({ part, word, span }) => ({
    part,
    span,
    message: `不能用“${word}”`,
    why: rules.because('naming.refusedWords' satisfies NamingKey),
    mend: '请去掉这几个字：组织不能用机关、政党、军队和企业的名称',
  }))
}

/** Words that stand whole within one part: not 政协 in 家政|协会, nor in a longer field word. */
function wordsIn(looked: Looked, words: readonly string[]): Found[] {
  const { parts, folded, rules } = looked
  const lexicon = lexiconOf(rules.fieldWords)
  return (['tradeName', 'field', 'form'] as const).flatMap((part) => {
    const span = parts[part]
    return span
      ? words.flatMap((word) =>
          placesOf(folded.text, span, word, lexicon).map((at) => ({ part, word, span: at })),
        )
      : []
  })
}

function placesOf(text: string, { from, to }: Span, word: string, lexicon: Lexicon): Span[] {
  const found: Span[] = []
  for (
    let at = text.indexOf(word, from);
    at >= 0 && at + word.length <= to;
    at = text.indexOf(word, at + 1)
  ) {
    const span = { from: at, to: at + word.length }
    if (!isInsideWord(text, span, lexicon)) found.push(span)
  }
  return found
}

function isInsideWord(text: string, { from, to }: Span, lexicon: Lexicon): boolean {
  for (let start = Math.max(0, from - 8); start < to; start++) {
    const end = start + lexicon.wordAt(text, start)
    const overlaps = end > from && (start < from || end > to)
    if (overlaps && end > start) return true
  }
  return false
}

/** Letters and digits outside the names of areas, and signs that are no quotation marks around the trade name. */
function strangeSigns({ folded: { text }, parts, kind }: Looked): Finding[] {
  const inside = (at: number) => parts.places.some(({ from, to }) => at >= from && at < to)
  const found = [...text.matchAll(/[^\p{Script=Han}“”"「」『』‘’'、·]+/gu)].filter(
    ({ index }) => !inside(index),
  )
  return found.map((match) => ({
    severity: kind === 'group' && /^[a-z0-9]+$/.test(match[0]) ? 'warning' : 'fault',
    part: null,
    span: { from: match.index, to: match.index + match[0].length },
    message: `名称里有“${match[0]}”`,
    why: plainWords,
    mend: '请换成汉字，或者去掉',
  }))
}
