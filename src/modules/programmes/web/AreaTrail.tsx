// From the programme's area down to where one looks now; every step is a link.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { FiguresView } from '../programmes-api.ts'
import './bar.css'

type Area = FiguresView['area']

type Props = { ancestors: readonly Area[]; area: Area; pathOf: (area: Area) => string }

export function AreaTrail({ ancestors, area, pathOf }: Props): ReactNode {
  return (
    <nav className="trail" aria-label="所看的地区">
      <ol>
        {ancestors.map((above) => (
          <li key={above.code}>
            <Link to={pathOf(above)}>{above.name}</Link>
          </li>
        ))}
        <li aria-current="page">{area.name}</li>
      </ol>
    </nav>
  )
}
