// The areas below under one target, worst or best first; a click goes down into one.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { asNumber } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useBeforePrint } from '../../../ui/use-before-print.ts'
import type { Breakdown, Tile } from '../programmes-api.ts'
import { FigureValue } from './FigureValue.tsx'
import { Meter, percentOf } from './Meter.tsx'
import { type Reading, targetPath } from './place.ts'
import { tileLook } from './states.ts'
import type { TargetView } from './TargetPage.tsx'
import { bestFirst, hasStatement, pictured, sameAreas, worstFirst } from './tiles.ts'

type Props = { breakdown: Breakdown; view: TargetView }

/** Rows drawn at once; the rest on demand. */
const portion = 50

export function TargetAreas({ breakdown, view }: Props): ReactNode {
  const { tiles, list, choices } = listOf(breakdown, view.reading)
  const read = tiles.map((tile) => ({ ...tile, ...readOf(tile, view.reading) }))
  const stated = tiles.some(hasStatement)
  if (tiles.length === 0 || (!stated && breakdown.row.judge !== 'person')) return null
  const ordered = view.reading.order === 'best' ? bestFirst(read) : worstFirst(read)
  return (
    <section className="areas-below row-links">
      <div className="list-head">
        <h2>{list === 'units' ? `逐个${breakdown.unitWord}` : '下级地区'}</h2>
        {stated && <Choices view={view} list={list} choices={choices} unitWord={breakdown.unitWord} />}
      </div>
      <Rows key={`${breakdown.area.code} ${list}`} tiles={ordered} view={view} />
    </section>
  )
}

type List = 'children' | 'units'

/** Which areas to list: asked for in the address; read one by one an average lists its units. */
function listOf(breakdown: Breakdown, { list, read }: Reading) {
  const { children } = breakdown
  const units = breakdown.units ? pictured(breakdown) : []
  const both = units.length > 0 && children.length > 0 && !sameAreas(children, units)
  const wished = list ?? (read === 'each' ? 'units' : 'children')
  const shown: List = (both && wished === 'units') || children.length === 0 ? 'units' : 'children'
  return { list: shown, tiles: shown === 'units' ? units : children, choices: both }
}

const orders = { worst: '差的在前', best: '好的在前' } as const

type ChoicesProps = { view: TargetView; list: List; choices: boolean; unitWord: string }

function Choices({ view: { id, target, place, reading }, list, choices, unitWord }: ChoicesProps): ReactNode {
  const navigate = useNavigate()
  const go = (change: Reading) =>
    void navigate(targetPath(id, target, { ...place, ...reading, ...change }), {
      replace: true,
      preventScrollReset: true,
    })
  return (
    <div className="list-choices no-print">
      {choices && (
        <ChooseOne
          name="list"
          options={chipsOf({ children: '下级地区', units: `逐个${unitWord}` })}
          value={list}
          onChange={(next) => go({ list: next })}
        />
      )}
      <ChooseOne
        name="order"
        options={chipsOf(orders)}
        value={reading.order === 'best' ? 'best' : 'worst'}
        onChange={(order) => go({ order: order === 'best' ? 'best' : undefined })}
      />
    </div>
  )
}

function Rows({ tiles, view }: { tiles: readonly Tile[]; view: TargetView }): ReactNode {
  const [shown, show] = useState(portion)
  useBeforePrint(() => show(tiles.length))
  return (
    <>
      <DataTable
        label="各地区"
        columns={columnsOf(view, severalUnder(tiles))}
        rows={tiles.slice(0, shown)}
        rowKey={({ code }) => code}
        empty={null}
      />
      {tiles.length > shown && (
        <p className="panel-more no-print">
          <Button
            onClick={() => show(shown + portion)}
          >{`再看 ${Math.min(portion, tiles.length - shown)} 个`}</Button>
          <span className="faint">{` 已列出 ${shown} 个，共 ${tiles.length} 个`}</span>
        </p>
      )}
    </>
  )
}

const severalUnder = (tiles: readonly Tile[]): boolean => new Set(tiles.map(({ under }) => under)).size > 1

/** What an area says in the chosen reading: its average, or how many of its units reach it by themselves. */
function readOf(tile: Tile, { read }: Reading): Partial<Tile> {
  const { each } = tile
  if (read !== 'each' || !each || each.total < 2) return {}
  const short = each.total - each.passing
  const share = each.passing / each.total
  return {
    value: `${asNumber(each.passing)} / ${asNumber(each.total)} · ${percentOf(share)}`,
    gap: short === 0 ? '逐个都达到' : `${asNumber(short)} 个没有达到`,
    reached: share,
    severity: short === 0 ? 0 : 2,
  }
}

/** `several`: the areas hang under different ones, which are named. */
const columnsOf = ({ id, target, place, reading }: TargetView, several: boolean): Column<Tile>[] => [
  {
    key: 'name',
    title: '地区',
    width: '30%',
    card: 'title',
    cell: ({ code, name, under }) => (
      <>
        <Link className="row-link" to={targetPath(id, target, { ...place, ...reading, area: code })}>
          {name}
        </Link>
        {several && <small>{under}</small>}
      </>
    ),
  },
  { key: 'value', title: '现状', cell: ({ value }) => <FigureValue value={value} /> },
  {
    key: 'meter',
    title: '完成',
    width: '20%',
    card: 'words',
    cell: (tile) => <Meter reached={tile.reached} tone={tileLook(tile).tone} />,
  },
  { key: 'gap', title: '差距', cell: ({ gap }) => gap },
  {
    key: 'state',
    title: '状态',
    width: 96,
    card: 'mark',
    cell: (tile) => <StateTag {...tileLook(tile)} />,
  },
]
