// How far a target is reached, as a bar with a tick where a straight line from start to deadline would be today.
import type { ReactNode } from 'react'
import type { Tone } from '../../../ui/StateTag.tsx'
import { percent } from '../number-words.ts'

type Props = {
  /** Share of the threshold, 0–1; more is drawn as full. Null: no bar. */
  reached: number | null
  /** Where the straight line is, 0–1. */
  expected?: number | null
  tone: Tone
}

export function Meter({ reached, expected = null, tone }: Props): ReactNode {
  if (reached === null) return null
  return (
    <span className={`meter meter-${tone}`} role="img" aria-label={meterWords(reached, expected)}>
      <i style={{ width: percentOf(reached) }} />
      {expected !== null && <u style={{ left: percentOf(expected) }} />}
    </span>
  )
}

export const meterWords = (reached: number, expected: number | null): string =>
  `完成 ${percentOf(reached)}${expected === null ? '' : `，按进度今天应到 ${percentOf(expected)}`}`

const within = (share: number): number => Math.min(1, Math.max(0, share))

/** As everywhere: cut off, so that nothing short of the whole reads 100%. */
export const percentOf = (share: number): string => percent(within(share))
