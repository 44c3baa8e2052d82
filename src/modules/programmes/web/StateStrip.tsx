// How many targets are in each state; a tap shows only those.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { FiguresView } from '../programmes-api.ts'
import { lastingStates, lookOf, type State, statesInOrder } from './states.ts'

type Props = {
  counts: FiguresView['counts'] | undefined
  chosen: State | undefined
  /** Address with the state filtered for; undefined: all. */
  pathOf: (state: State | undefined) => string
}

export function StateStrip({ counts, chosen, pathOf }: Props): ReactNode {
  const shown = statesInOrder.filter((state) => lastingStates.includes(state) || (counts?.[state] ?? 0) > 0)
  return (
    <nav className="strip" aria-label="按状态看目标">
      {shown.map((state) => (
        <Cell
          key={state}
          state={state}
          count={counts && (counts[state] ?? 0)}
          chosen={state === chosen}
          to={pathOf(state === chosen ? undefined : state)}
        />
      ))}
    </nav>
  )
}

type CellProps = { state: State; count: number | undefined; chosen: boolean; to: string }

function Cell({ state, count, chosen, to }: CellProps): ReactNode {
  const words = (
    <>
      <StateTag {...lookOf(state)} />
      <span className="strip-count">
        <b>{count ?? '–'}</b> 项
      </span>
    </>
  )
  if (!count && !chosen) return <span className="strip-cell strip-empty">{words}</span>
  return (
    <Link
      className={chosen ? 'strip-cell strip-chosen' : 'strip-cell'}
      to={to}
      replace
      preventScrollReset
      aria-current={chosen ? 'true' : undefined}
    >
      {words}
    </Link>
  )
}
