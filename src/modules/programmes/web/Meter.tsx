// How far a target is reached, as a bar with a tick where a straight line from start to deadline would be today.
import type { ReactNode } from 'react'
import type { Tone } from '../../../ui/StateTag.tsx'

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
      <i style={{ width: percent(reached) }} />
      {expected !== null && <u style={{ left: percent(expected) }} />}
    </span>
  )
}

export const meterWords = (reached: number, expected: number | null): string =>
  `完成 ${percent(reached)}${expected === null ? '' : `，按进度今天应到 ${percent(expected)}`}`

/** Rounded down, so that nothing short of the whole reads 100%. */
export const percent = (share: number): string =>
  `${Math.floor(Math.min(1, Math.max(0, share)) * 1000) / 10}%`
