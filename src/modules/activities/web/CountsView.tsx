// What was held between two days: by series, by kind of people, by area, and how many people came again.
import type { ReactNode } from 'react'
import { asDay } from '../../../kernel/time.ts'
import { asNumber } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { PeriodSteps } from '../../../ui/PeriodSteps.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { servedKinds } from '../../people/served-kinds.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { Counts } from '../counts.ts'
import { useCounts } from './activity-queries.ts'

/** A year at a time. */
export function CountsView({ area }: { area: string }): ReactNode {
  const url = useUrlState()
  const { today } = useSession()
  const year = Number((asDay(url.one('day') ?? '') ?? today).slice(0, 4))
  const { data, error, refetch } = useCounts({ area, from: `${year}-01-01`, to: `${year}-12-31` })
  return (
    <>
      <PeriodSteps
        unit="年"
        shown={`${year} 年`}
        now="今年"
        onStep={(by) => url.set({ day: `${year + by}-01-01` })}
        onNow={() => url.set({ day: null })}
      />
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {!data && !error && <Bones lines={8} />}
      {data && <Shown counts={data} />}
    </>
  )
}

function Shown({ counts }: { counts: Counts }): ReactNode {
  const { sum, bySeries, byArea } = counts
  if (sum.activities === 0)
    return <EmptyHint title="这一年还没有办过的活动">记录了举办情况的活动才算数。</EmptyHint>
  return (
    <div className="activity-counts">
      <p className="activity-sum">
        办了 <b>{asNumber(sum.activities)}</b> 次活动，<b>{asNumber(sum.attended)}</b> 人次参加。
        {counts.returning.people > 0 && (
          <>
            网上报名并到场的有 <b>{asNumber(counts.returning.people)}</b> 人，其中{' '}
            <b>{asNumber(counts.returning.again)}</b> 人来过不止一次。
          </>
        )}
      </p>
      <h2>按系列</h2>
      <DataTable
        label="按系列"
        columns={seriesColumns}
        rows={bySeries}
        rowKey={({ series }) => series ?? ''}
        empty={null}
      />
      <Served served={counts.served} />
      <h2>按区划</h2>
      <DataTable
        label="按区划"
        columns={areaColumns}
        rows={byArea}
        rowKey={({ area }) => area}
        empty={null}
      />
    </div>
  )
}

type Tally = { activities: number; attended: number }

const tallyColumns: readonly Column<Tally>[] = [
  { key: 'activities', title: '次数', align: 'right', cell: ({ activities }) => asNumber(activities) },
  { key: 'attended', title: '人次', align: 'right', cell: ({ attended }) => asNumber(attended) },
]

const seriesColumns: readonly Column<Counts['bySeries'][number]>[] = [
  {
    key: 'series',
    title: '主题活动系列',
    width: '60%',
    card: 'title',
    cell: ({ title }) => title ?? '不属于任何系列',
  },
  ...tallyColumns,
]

const areaColumns: readonly Column<Counts['byArea'][number]>[] = [
  { key: 'area', title: '区划', width: '60%', card: 'title', cell: (row) => <AreaName row={row} /> },
  ...tallyColumns,
]

function AreaName({ row }: { row: Counts['byArea'][number] }): ReactNode {
  const url = useUrlState()
  if (!row.below) return row.name
  return (
    <button type="button" className="text-button" onClick={() => url.set({ area: row.area })}>
      {row.name}
    </button>
  )
}

/** One person may be of several kinds, so these do not add up. */
function Served({ served }: { served: Counts['served'] }): ReactNode {
  const kinds = Object.entries(servedKinds).filter(([kind]) => served[kind as keyof typeof servedKinds])
  if (kinds.length === 0) return null
  return (
    <>
      <h2>服务的重点人群</h2>
      <p className="activity-served">
        {kinds.map(([kind, label]) => (
          <span key={kind}>
            {label} <b>{served[kind as keyof typeof servedKinds]}</b> 人次
          </span>
        ))}
      </p>
    </>
  )
}
