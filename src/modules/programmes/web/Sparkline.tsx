// The way a target came so far, as a line of a few points below the height of its threshold.
import type { ReactNode } from 'react'
import { percentOf } from './Meter.tsx'

const width = 150
const height = 22
const edge = 2.5

type Props = {
  days: readonly string[]
  /** Share of the threshold on each day; null where nothing can be said. */
  reached: readonly (number | null)[]
}

export function Sparkline({ days, reached }: Props): ReactNode {
  const points = pointsOf(reached)
  const last = points.at(-1)
  if (!last || points.length < 2) return null
  return (
    <svg
      className="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={trendWords(days, reached)}
    >
      <line x1="0" x2={width} y1={edge} y2={edge} className="sparkline-goal" />
      <polyline points={points.map(([x, y]) => `${x},${y}`).join(' ')} />
      <circle cx={last[0]} cy={last[1]} r="2.5" />
    </svg>
  )
}

/** Points in drawing units: the threshold at the upper edge, more than it no higher. */
export function pointsOf(reached: readonly (number | null)[]): [number, number][] {
  const step = (width - 2 * edge) / Math.max(1, reached.length - 1)
  return reached.flatMap((share, at): [number, number][] =>
    share === null ? [] : [[round(edge + at * step), round(heightOf(share))]],
  )
}

const heightOf = (share: number): number => edge + (height - 2 * edge) * (1 - Math.min(1, Math.max(0, share)))

const round = (pixels: number): number => Math.round(pixels * 10) / 10

function trendWords(days: readonly string[], reached: readonly (number | null)[]): string {
  const told = days.flatMap((day, at) => {
    const share = reached[at]
    return share === null || share === undefined ? [] : [`${day} ${percentOf(share)}`]
  })
  return `走势：${[told[0], told.at(-1)].join(' 到 ')}`
}
