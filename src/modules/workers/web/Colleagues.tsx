// Those who work at a place: names, grades, since when; with a way to the record for those who may open it.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Colleague, employments, grades } from '../worker.ts'

export const Colleagues = ({ items }: { items: readonly Colleague[] }): ReactNode => (
  <ul className="plain-list worker-lines">
    {items.map((one, place) => (
      <li key={one.id ?? `${place} ${one.name}`}>
        {one.id ? (
          <Link className="link" to={`/workers/${one.id}`}>
            {one.name}
          </Link>
        ) : (
          <span>{one.name}</span>
        )}
        <span className="faint">
          {employments[one.employment]} · {grades[one.grade]} · {one.since} 起
        </span>
      </li>
    ))}
  </ul>
)
