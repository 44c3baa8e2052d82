// Which words changed between two wordings of an article.
import { diffWords } from 'diff'

export type Piece = { text: string; is: 'same' | 'gone' | 'new' }

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** The pieces of both wordings in order; those without the gone ones are the later, without the new ones the earlier. */
export const changedWords = (before: string, after: string): Piece[] =>
  diffWords(before, after, { intlSegmenter: words }).map(({ value, added, removed }) => ({
    text: value,
    is: added ? 'new' : removed ? 'gone' : 'same',
  }))
