// The roster to be read by those who handle the application: names when asked for, party facts never.
import { type ReactNode, useState } from 'react'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Application } from '../filing.ts'
import { useRoster } from './filing-queries.ts'

export function RosterShown({
  application: { id, memberCount, may },
}: {
  application: Application
}): ReactNode {
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useRoster(id, open)
  if (memberCount === 0 || !may.includes('filing.seeRoster')) return null
  return (
    <details className="roster-shown" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>看成员名册（{memberCount} 人）</summary>
      {error && <ProblemAlert problem={error} retry={() => void refetch()} />}
      {open && !data && !error && <Bones lines={3} />}
      <ol className="roster-names">
        {data?.members.map(({ name, mark, leader, keyMember }) => (
          <li key={`${name} ${mark}`}>
            {name}
            {mark && <span className="faint">（{mark}）</span>}
            {leader ? <b> 负责人</b> : keyMember && <span className="faint"> 骨干</span>}
          </li>
        ))}
      </ol>
    </details>
  )
}
