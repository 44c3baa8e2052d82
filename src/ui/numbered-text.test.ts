// Checks that a line and column are found in a text.
import { describe, expect, it } from 'vitest'
import { placeIn } from './NumberedText.tsx'

const text = 'format: 1\ntargets:\n  - count: organisations, more\n'

describe('a place in a text', () => {
  it('is found by line and column, with the word that stands there', () => {
    const [start, end] = placeIn(text, 3, 12)
    expect(text.slice(start, end)).toBe('organisations')
  })

  it('at the end of a line or beyond the text is a cursor without a word', () => {
    expect(placeIn(text, 1, 99)).toEqual([9, 9])
    expect(placeIn(text, 99, 1)).toEqual([text.length, text.length])
  })
})
