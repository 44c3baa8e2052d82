// Where to begin: the few areas that hold a target back most.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Tile } from '../programmes-api.ts'
import { worstFirst } from './tiles.ts'
import './tiles.css'

const most = 5

type Props = { tiles: readonly Tile[]; pathOf: (tile: Tile) => string; allPath: string }

export function WorstList({ tiles, pathOf, allPath }: Props): ReactNode {
  const failing = worstFirst(tiles).filter(({ severity }) => severity !== null && severity > 0)
  if (failing.length === 0) return null
  const several = new Set(tiles.map(({ under }) => under)).size > 1
  return (
    <section className="panel">
      <h2>差距最大的地方</h2>
      <ol className="worst">
        {failing.slice(0, most).map((tile) => (
          <li key={tile.code}>
            <Link to={pathOf(tile)} preventScrollReset>
              {several ? `${tile.under} · ${tile.name}` : tile.name}
            </Link>
            <span>{tile.gap}</span>
          </li>
        ))}
      </ol>
      <p className="panel-more">
        <Link to={allPath}>{`全部 ${failing.length} 个，从最差看起`}</Link>
      </p>
    </section>
  )
}
