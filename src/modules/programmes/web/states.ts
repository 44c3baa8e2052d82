// The look of a state beside its word, the same on every page.
import type { Tone } from '../../../ui/StateTag.tsx'
import type { TargetRow, Tile } from '../programmes-api.ts'
import { stateLabels, verdictLabels } from '../words.ts'

export type State = TargetRow['state']

const tones = {
  met: 'met',
  onCourse: 'onCourse',
  behind: 'behind',
  overdue: 'overdue',
  notCollected: 'none',
  judged: 'judged',
  notApplicable: 'none',
} as const satisfies Record<State, Tone>

export type StateLook = { word: string; tone: Tone }

export const lookOf = (state: State): StateLook => ({ word: stateLabels[state].word, tone: tones[state] })

/** Of a row: a person's judgement shows its result. */
export const rowLook = ({ state, verdict }: Pick<TargetRow, 'state' | 'verdict'>): StateLook =>
  state === 'judged' ? verdictLook(verdict?.result ?? '待评定') : lookOf(state)

/** Of an area below: its value is the result, in words, where a person judges. */
export const tileLook = ({ state, value }: Pick<Tile, 'state' | 'value'>): StateLook =>
  state === 'judged' ? verdictLook(value) : lookOf(state)

function verdictLook(word: string): StateLook {
  const result = results.find((key) => verdictLabels[key].word === word)
  return { word, tone: result ? tones[result] : 'judged' }
}

/** In the order in which they are counted above a table. */
export const statesInOrder = Object.keys(tones) as State[]

/** Shown with zero as well; the others only where a target is in them. */
export const lastingStates: readonly State[] = ['met', 'onCourse', 'behind', 'overdue', 'notCollected']

export const asState = (text: string | undefined): State | undefined =>
  statesInOrder.find((state) => state === text)

/** What a person may find where no count decides. */
export const verdictChoices = {
  met: '已经做到',
  onCourse: '正在做，进度正常',
  behind: '进度落后',
} as const

export type VerdictResult = keyof typeof verdictChoices

const results = Object.keys(verdictChoices) as VerdictResult[]
