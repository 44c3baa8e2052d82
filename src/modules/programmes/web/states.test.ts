// Checks that every state has its own word, and that a judgement shows its result.
import { describe, expect, it } from 'vitest'
import { verdictLabels } from '../words.ts'
import { asState, lookOf, rowLook, statesInOrder, tileLook } from './states.ts'

const verdict = (result: string) => ({ result, on: '2023-08-25', by: '', evidence: '' }) as never

describe('the look of a state', () => {
  it('differs in word for every state, so that colour is never alone', () => {
    expect(new Set(statesInOrder.map((state) => lookOf(state).word)).size).toBe(statesInOrder.length)
  })

  it('of a target for a person is 待评定 until somebody judges, then the result', () => {
    expect(rowLook({ state: 'judged', verdict: null })).toEqual({ word: '待评定', tone: 'judged' })
    const { word } = verdictLabels.behind
    expect(rowLook({ state: 'judged', verdict: verdict(word) })).toEqual({ word, tone: 'behind' })
  })

  it('of an area below shows the result of its judgement', () => {
    const { word } = verdictLabels.met
    expect(tileLook({ state: 'judged', value: word })).toEqual({ word, tone: 'met' })
    expect(tileLook({ state: 'judged', value: '待评定' })).toEqual({ word: '待评定', tone: 'judged' })
    expect(tileLook({ state: 'behind', value: '3 / 5' })).toEqual(lookOf('behind'))
  })

  it('is read from an address only when it is one', () => {
    expect(asState('overdue')).toBe('overdue')
    expect(asState('nonsense')).toBeUndefined()
    expect(asState(undefined)).toBeUndefined()
  })
})
