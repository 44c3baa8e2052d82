// The areas directly below, each with its numbers; a community opens its list.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { type Census, type Outcome, outcomes, type Progress, type ProgressRow } from '../census.ts'
import { censusPath, ofAll, walkPath } from './census-words.ts'

export function ProgressTable({ progress: { census, area, rows } }: { progress: Progress }): ReactNode {
  return (
    <DataTable
      label={`${area.name}各区划的进度`}
      columns={columnsOf(census, area.code)}
      rows={rows}
      rowKey={({ code }) => code}
      empty={<EmptyHint title="这里没有社区（村）">换一个区划看看。</EmptyHint>}
    />
  )
}

const columnsOf = ({ id, status }: Census, area: string): readonly Column<ProgressRow>[] => [
  {
    key: 'name',
    title: '区划',
    width: '24%',
    card: 'title',
    cell: (row) => (
      <Link to={row.below ? censusPath(id, row.code) : walkPath(id, row.code)}>
        {row.code === area && row.level !== 'community' ? `${row.name}（直接管理）` : row.name}
      </Link>
    ),
  },
  {
    key: 'finished',
    title: '走完',
    align: 'right',
    cell: ({ below, tally }) => (below ? ofAll(tally.finished, tally.places) : null),
  },
  {
    key: 'answered',
    title: '核对',
    align: 'right',
    cell: ({ tally }) => ofAll(tally.answered, tally.organizations),
  },
  ...(Object.keys(outcomes) as Outcome[]).map(
    (outcome): Column<ProgressRow> => ({
      key: outcome,
      // On a phone the kinds stand in the sum above; cards would grow as long as the county.
      card: 'hide',
      title: outcomes[outcome],
      align: 'right',
      cell: ({ tally }) => (tally[outcome] > 0 ? tally[outcome] : null),
    }),
  ),
  {
    key: 'state',
    title: '进度',
    card: 'mark',
    cell: (row) => <State row={row} over={status === 'closed'} />,
  },
]

function State({ row: { tally }, over }: { row: ProgressRow; over: boolean }): ReactNode {
  if (tally.places > 0 && tally.finished === tally.places) return <StateTag tone="met" word="已走完" />
  if (over) return <StateTag tone="none" word="没有走完" />
  if (tally.answered === 0) return <StateTag tone="none" word="还没开始" />
  return <StateTag tone="onCourse" word="进行中" />
}
