// The stages of a stay, the present one first.
import type { ReactNode } from 'react'
import type { IncubationView } from '../incubation.ts'

export function StageList({ view: { stages, offered } }: { view: IncubationView }): ReactNode {
  return (
    <section className="panel" aria-labelledby="stages">
      <h2 id="stages">阶段</h2>
      {stages.length === 0 && <p className="fact-unknown">还没有记阶段和目标。</p>}
      <ol className="support-stages">
        {[...stages].reverse().map(({ id, stage, mentor, goal, startsOn, endsOn, finding }) => (
          <li key={id} aria-current={endsOn ? undefined : 'step'}>
            <b>{offered[stage] ?? stage}</b>
            <span className="support-when">{endsOn ? `${startsOn} 至 ${endsOn}` : `${startsOn} 起`}</span>
            <p>目标：{goal}</p>
            {mentor && <p>导师：{mentor}</p>}
            {finding && <p>做到了：{finding}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
