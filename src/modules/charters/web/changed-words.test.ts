// Changed words: nothing of either wording is lost, and Chinese is cut into words, not into characters.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedWords } from './changed-words.ts'

const text = fc.array(
  fc.constantFrom('本队', '成员大会', '每年', '至少', '召开', '一', '两', '次', '。', '，', '20'),
  {
    maxLength: 30,
  },
)

describe('Changed words', () => {
  it('give both wordings back', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(''), other.join('')]
        const pieces = changedWords(before, after)
        const without = (is: string) =>
          pieces
            .filter((piece) => piece.is !== is)
            .map((piece) => piece.text)
            .join('')
        expect(without('new')).toBe(before)
        expect(without('gone')).toBe(after)
      }),
    )
  })

  it('are only those that changed', () => {
    expect(changedWords('成员大会每年召开1次', '成员大会每年召开2次')).toEqual([
      { text: '成员大会每年召开', is: 'same' },
      { text: '1', is: 'gone' },
      { text: '2', is: 'new' },
      { text: '次', is: 'same' },
    ])
  })
})
