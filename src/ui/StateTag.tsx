// A state as colour AND shape AND word, so that neither colour nor eyesight is needed to tell it.
import type { ReactNode } from 'react'

const shapes = {
  met: <circle cx="8" cy="8" r="6" />,
  onCourse: <path d="M8 2 15 14H1Z" />,
  behind: <path d="M8 1 15 8l-7 7-7-7Z" />,
  overdue: <rect x="2" y="2" width="12" height="12" />,
  none: <circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  judged: (
    <path
      d="M3 2.5h10v7H6.5L3 13Z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
  ),
} as const

/** `met` done or good, `onCourse` under way, `behind` needs care, `overdue` wrong or late, `none` not known,
 *  `judged` decided by a person. */
export type Tone = keyof typeof shapes

export function StateTag({ tone, word }: { tone: Tone; word: ReactNode }): ReactNode {
  return (
    <span className={`state state-${tone}`}>
      <StateShape tone={tone} />
      {word}
    </span>
  )
}

export function StateShape({ tone, size = 12 }: { tone: Tone; size?: number }): ReactNode {
  return (
    <svg
      className={`shape state-${tone}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="currentColor"
      aria-hidden="true"
    >
      {shapes[tone]}
    </svg>
  )
}
