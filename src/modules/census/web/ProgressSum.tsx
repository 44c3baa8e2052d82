// How far an area is, in two bars and the answers by kind.
import type { ReactNode } from 'react'
import { StateTag } from '../../../ui/StateTag.tsx'
import { type Outcome, outcomes, type Progress } from '../census.ts'
import { ofAll, outcomeTones } from './census-words.ts'

export function ProgressSum({ progress: { area, sum, census, today } }: { progress: Progress }): ReactNode {
  const late = census.status === 'open' && census.dueOn < today && sum.finished < sum.places
  return (
    <section className="panel census-sum" aria-label={`${area.name}的进度`}>
      <Bar label="走完的社区（村）" part={sum.finished} all={sum.places} />
      <Bar label="核对过的组织" part={sum.answered} all={sum.organizations} />
      <ul className="census-kinds">
        {(Object.keys(outcomes) as Outcome[])
          .filter((outcome) => sum[outcome] > 0)
          .map((outcome) => (
            <li key={outcome}>
              <StateTag tone={outcomeTones[outcome]} word={`${outcomes[outcome]} ${sum[outcome]}`} />
            </li>
          ))}
        {late && (
          <li>
            <StateTag tone="overdue" word={`已过截止日，${sum.places - sum.finished} 个没有走完`} />
          </li>
        )}
      </ul>
    </section>
  )
}

export function Bar({ label, part, all }: { label: string; part: number; all: number }): ReactNode {
  return (
    <div className="census-bar">
      <span>
        {label} <b>{ofAll(part, all)}</b>
      </span>
      <progress value={part} max={Math.max(all, 1)} aria-label={label} />
    </div>
  )
}
