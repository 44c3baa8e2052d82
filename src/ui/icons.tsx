// The few icons that the pages need, as inline drawings on a 20 × 20 grid.
import type { ReactNode } from 'react'

const strokes = {
  today:
    'M3.5 8.5h13M6.5 2.5v3M13.5 2.5v3M4 4.5h12a.5.5 0 0 1 .5.5v11a.5.5 0 0 1-.5.5H4a.5.5 0 0 1-.5-.5V5a.5.5 0 0 1 .5-.5ZM7 12.5l2 2 4-4',
  target: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  group:
    'M7 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM1.8 16.5c0-2.8 2.3-4.5 5.2-4.5s5.2 1.7 5.2 4.5M13 9.2a2.6 2.6 0 1 0-.9-5M14 12.2c2.4.2 4.2 1.8 4.2 4.3',
  upload: 'M10 13V3.5M6.5 6.5 10 3l3.5 3.5M3.5 12.5v3a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-3',
  download: 'M10 3v9.5M6.5 9.5 10 13l3.5-3.5M3.5 13.5v2a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-2',
  map: 'M3 5.5 7.5 3l5 2.5L17 3v11.5L12.5 17l-5-2.5L3 17ZM7.5 3v11.5M12.5 5.5V17',
  person: 'M10 9.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3.5 17c0-3.2 2.9-5 6.5-5s6.5 1.8 6.5 5',
  book: 'M4 3.5h9.5a2 2 0 0 1 2 2v11H6a2 2 0 0 1-2-2ZM4 14.5a2 2 0 0 1 2-2h9.5M7.5 6.5h4.5',
  seal: 'M10 11.5a4.3 4.3 0 1 0 0-8.6 4.3 4.3 0 0 0 0 8.6ZM7.2 10.6 5.8 17l4.2-2.2 4.2 2.2-1.4-6.4',
  hub: 'M10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM10 7.5v-4M7.9 11.4 4.5 14.5M12.1 11.4l3.4 3.1M10 3.5v.01M4.5 14.5v.01M15.5 14.5v.01',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  right: 'm8 5.5 4.5 4.5L8 14.5',
  left: 'M12 5.5 7.5 10l4.5 4.5',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12ZM13.5 13.5 17 17',
  paper: 'M5 2.5h7l3.5 3.5v11.5H5ZM12 2.5V6h3.5M7.5 10h5M7.5 13h5',
  close: 'm5 5 10 10M15 5 5 15',
  check: 'm4 10.5 4 4 8-9',
  plus: 'M10 4v12M4 10h12',
  print: 'M6 7V3h8v4M6 14H3.5V8a1 1 0 0 1 1-1h11a1 1 0 0 1 1 1v6H14M6 12h8v5H6Z',
  filter: 'M3 4.5h14l-5.5 6.5v5l-3 1.5V11Z',
  star: 'm10 2.8 2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5L2.8 8.1l5-.7Z',
  flag: 'M5 17.5V3h10.5l-2.5 3.8 2.5 3.7H5',
  turn: 'M3.5 6h3l7 8h3M3.5 14h3l2-2.3M11.5 8.3l2-2.3h3M14.5 4l2 2-2 2M14.5 12l2 2-2 2',
  house: 'M3 9.5 10 3.5l7 6M5 8v8.5h10V8M8.5 16.5v-5h3v5',
  warning: 'M10 3 2.5 16.5h15ZM10 8.5v4M10 14.7v.01',
} as const

export type IconName = keyof typeof strokes

/** Decoration only: the words beside it say the same. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }): ReactNode {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  )
}

/** Six grains heaped up: the mark of the product. */
export function Logo({ size = 26 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="currentColor">
        {grains.map(([x, y]) => (
          <circle key={`${x}-${y}`} cx={x} cy={y} r="3.7" />
        ))}
      </g>
    </svg>
  )
}

const grains = [
  [16, 7.5],
  [11.4, 15.5],
  [20.6, 15.5],
  [6.8, 23.5],
  [16, 23.5],
  [25.2, 23.5],
] as const
