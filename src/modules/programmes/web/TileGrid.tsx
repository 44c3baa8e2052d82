// Areas as a grid of tiles, grouped by the area above: no map is needed to see where something lacks.
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { type Roving, useRoving } from '../../../ui/use-roving.ts'
import type { Tile } from '../programmes-api.ts'
import { groupTiles, legendOf, severityOf } from './tiles.ts'

type Props = {
  /** Read aloud as the name of the grid. */
  label: string
  tiles: readonly Tile[]
  pathOf: (tile: Tile) => string
}

export function TileGrid({ label, tiles, pathOf }: Props): ReactNode {
  const groups = groupTiles(tiles)
  const roving = useRoving(tiles.length)
  const [shown, show] = useState<Tile | null>(null)
  const ordered = groups.flatMap((group) => group.tiles)
  return (
    <div className="tiles">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys between the links inside */}
      <div onKeyDown={roving.onKeyDown} onPointerLeave={() => show(null)}>
        {groups.map((group) => (
          <div key={group.under} className="tile-group">
            {groups.length > 1 && <h3>{group.under}</h3>}
            <ul aria-label={groups.length > 1 ? `${label}，${group.under}` : label}>
              {group.tiles.map((tile) => (
                <li key={tile.code}>
                  <TileLink
                    tile={tile}
                    to={pathOf(tile)}
                    index={ordered.indexOf(tile)}
                    roving={roving}
                    show={show}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <Told tile={shown} />
      <Legend tiles={tiles} />
    </div>
  )
}

type TileLinkProps = {
  tile: Tile
  to: string
  index: number
  roving: Roving
  show: (tile: Tile) => void
}

function TileLink({ tile, to, index, roving, show }: TileLinkProps): ReactNode {
  return (
    <Link
      className={`tile ${severityOf(tile).className}`}
      to={to}
      preventScrollReset
      data-roving
      tabIndex={index === roving.active ? 0 : -1}
      aria-label={`${tile.name}：${tile.value}，${tile.gap}`}
      onFocus={() => {
        roving.setActive(index)
        show(tile)
      }}
      onPointerEnter={() => show(tile)}
    >
      <span aria-hidden="true">{tile.name.slice(0, 2)}</span>
    </Link>
  )
}

/** What the pointed-at tile says, always in the same place, so that nothing jumps. */
function Told({ tile }: { tile: Tile | null }): ReactNode {
  return (
    <p className="tile-told" aria-hidden="true">
      {tile ? (
        <>
          <b>{tile.name}</b> {tile.value} · {tile.gap}
        </>
      ) : (
        '指着一格，看它是哪里、差什么；点开看详情'
      )}
    </p>
  )
}

function Legend({ tiles }: { tiles: readonly Tile[] }): ReactNode {
  return (
    <ul className="legend" aria-label="图例">
      {legendOf(tiles).map(({ className, word, count }) => (
        <li key={className}>
          <i className={`tile ${className}`} />
          {word} <b>{count}</b>
        </li>
      ))}
    </ul>
  )
}
