// The phases of a programme on one line of time: past, present, to come.
import type { ReactNode } from 'react'
import { type Day, daysBetween } from '../../../kernel/time.ts'
import type { ProgrammeView } from '../programmes-api.ts'

type Phase = ProgrammeView['phases'][number]

export function Phases({
  programme,
  asOf,
}: {
  programme: ProgrammeView
  asOf: string | undefined
}): ReactNode {
  const { phases } = programme
  if (phases.length === 0) return null
  return (
    <section className="no-print">
      <h2>阶段</h2>
      <ol className="phases">
        {phases.map((phase) => (
          <PhaseItem key={phase.id} phase={phase} asOf={asOf as Day | undefined} />
        ))}
      </ol>
    </section>
  )
}

const stands = { past: '已结束', present: '进行中', future: '未开始' } as const

function PhaseItem({ phase, asOf }: { phase: Phase; asOf: Day | undefined }): ReactNode {
  const stand = asOf && standOf(phase, asOf)
  return (
    <li
      className={stand ? `phase phase-${stand}` : 'phase'}
      style={{ flexGrow: daysBetween(phase.from, phase.to) + 1 }}
    >
      <span className="phase-line">
        <i style={{ width: `${Math.round(passedShare(phase, asOf) * 100)}%` }} />
      </span>
      <b>{phase.title}</b>
      <span className="faint small">
        {phase.from} — {phase.to}
      </span>
      <span className="faint small">
        {[stand && stands[stand], phase.clause].filter(Boolean).join(' · ')}
      </span>
    </li>
  )
}

const standOf = ({ from, to }: Phase, asOf: Day): keyof typeof stands =>
  asOf > to ? 'past' : asOf < from ? 'future' : 'present'

/** How much of a phase lies before the day, 0–1. */
function passedShare({ from, to }: Phase, asOf: Day | undefined): number {
  if (!asOf) return 0
  return Math.min(1, Math.max(0, (daysBetween(from, asOf) + 1) / (daysBetween(from, to) + 1)))
}
