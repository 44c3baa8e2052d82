// The state of a title as colour, shape and word.
import type { ReactNode } from 'react'
import { StateTag } from '../../../ui/StateTag.tsx'
import { type HonorState, honorStates } from '../honor.ts'
import { stateTones } from './honor-words.ts'

export const HonorStateTag = ({ state }: { state: HonorState }): ReactNode => (
  <StateTag tone={stateTones[state]} word={honorStates[state]} />
)
