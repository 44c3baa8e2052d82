// The days that people ask for: today, the end of each phase, the deadline.
import type { ProgrammeView } from '../programmes-api.ts'

type Span = { today: string; from: string; to: string; phases: ProgrammeView['phases'] }

export type DayChoice = { day: string; label: string }

/** Only days from the programme's start to today, each once, newest first. */
export function dayChoices({ today, from, to, phases }: Span): DayChoice[] {
  const wished = [
    { day: today, label: '今天' },
    { day: to, label: '期限' },
    ...phases.map((phase) => ({ day: phase.to as string, label: `${phase.title}结束` })),
  ]
  const possible = wished.filter(({ day }) => day >= from && day <= today)
  const first = possible.filter(({ day }, at) => possible.findIndex((other) => other.day === day) === at)
  return first.toSorted((a, b) => (a.day < b.day ? 1 : -1))
}
