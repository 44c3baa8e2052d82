// Areas as a grid of tiles, grouped by the area above: no map is needed to see where something lacks.
import { type ReactNode, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useRoving } from '../../../ui/use-roving.ts'
import type { Tile } from '../programmes-api.ts'
import { groupTiles, legendOf, severityOf } from './tiles.ts'
import './tiles.css'

/** More groups than this stand side by side, each under its own name. */
const manyGroups = 14

type Props = {
  /** Read aloud as the name of the grid. */
  label: string
  tiles: readonly Tile[]
  pathOf: (tile: Tile) => string
}

export function TileGrid({ label, tiles, pathOf }: Props): ReactNode {
  const groups = useMemo(() => groupTiles(tiles), [tiles])
  const ordered = groups.flatMap((group) => group.tiles)
  const { active, setActive, onKeyDown } = useRoving(ordered.length)
  const [pointed, point] = useState<Tile>()
  // A thousand links are not drawn again because the pointer moved.
  const picture = useMemo(
    () => <Groups label={label} groups={groups} active={active} pathOf={pathOf} />,
    [label, groups, active, pathOf],
  )
  return (
    <div className="tiles">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys and pointer between the links inside */}
      <div
        className={groups.length > manyGroups ? 'tile-groups-many' : undefined}
        onKeyDown={onKeyDown}
        onPointerOver={({ target }) => point(ordered[indexOf(target) ?? -1])}
        onFocus={({ target }) => {
          const at = indexOf(target)
          if (at === undefined) return
          setActive(at)
          point(ordered[at])
        }}
      >
        {picture}
      </div>
      <Told tile={pointed} />
      <Legend tiles={tiles} />
    </div>
  )
}

function indexOf(target: EventTarget): number | undefined {
  const tile = target instanceof Element ? target.closest<HTMLElement>('[data-roving]') : null
  return tile ? Number(tile.dataset.roving) : undefined
}

type GroupsProps = Pick<Props, 'label' | 'pathOf'> & {
  groups: ReturnType<typeof groupTiles>
  active: number
}

function Groups({ label, groups, active, pathOf }: GroupsProps): ReactNode {
  let at = 0
  return groups.map(({ under, tiles }) => (
    <div key={under} className="tile-group">
      {groups.length > 1 && <h3>{under}</h3>}
      <ul aria-label={groups.length > 1 ? `${label}，${under}` : label}>
        {tiles.map((tile) => (
          <li key={tile.code}>
            <TileLink tile={tile} to={pathOf(tile)} at={at} reached={at++ === active} />
          </li>
        ))}
      </ul>
    </div>
  ))
}

type TileLinkProps = { tile: Tile; to: string; at: number; reached: boolean }

function TileLink({ tile, to, at, reached }: TileLinkProps): ReactNode {
  return (
    <Link
      className={`tile ${severityOf(tile).className}`}
      to={to}
      preventScrollReset
      data-roving={at}
      tabIndex={reached ? 0 : -1}
    >
      <span className="tile-short" aria-hidden="true">
        {tile.name.slice(0, 2)}
      </span>
      <span className="sr-only">{`${tile.name}：${tile.value}，${tile.gap}`}</span>
    </Link>
  )
}

/** What the pointed-at tile says, always in the same place, so that nothing jumps. */
function Told({ tile }: { tile: Tile | undefined }): ReactNode {
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
