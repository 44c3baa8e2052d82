// The trainings of a year with their sums: how many were held, how many person-times.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { asNumber } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { useMay, useSession } from '../../people/web/session-queries.ts'
import { audiences, type Training, trainingStatuses } from '../training.ts'
import { useSums, useTrainings } from './training-queries.ts'
import { areaIn, filterOf, statusTones, whenWords, yearIn } from './training-words.ts'

export function TrainingList(): ReactNode {
  const url = useUrlState()
  const keyset = useKeyset()
  const may = useMay()
  const year = yearIn(url, useSession().today)
  const { data, error, refetch, isPlaceholderData } = useTrainings({
    ...filterOf(url, year),
    ...(keyset.after && { after: keyset.after }),
  })
  return (
    <>
      <Sums year={year} />
      <div className="training-list">
        <DataTable
          label="培训"
          columns={columns}
          rows={data?.items}
          rowKey={({ id }) => id}
          empty={<Empty year={year} mayRun={may('training.run')} />}
          problem={data ? null : error}
          retry={() => void refetch()}
          paging={{ keyset, next: data?.next }}
          stale={isPlaceholderData}
        />
      </div>
    </>
  )
}

/** Of the areas in which the reader works; a training of the county above is on the list, not in the sum. */
function Sums({ year }: { year: number }): ReactNode {
  const area = areaIn(useUrlState())
  const { data } = useSums({ year, ...(area && { area }) })
  if (!data) return <p className="count">正在计数…</p>
  const sum = (field: 'trainings' | 'attendances' | 'allTrainings' | 'allAttendances') =>
    asNumber(data.items.reduce((all, one) => all + one[field], 0))
  const parts = data.items
    .filter(({ attendances }) => attendances > 0)
    .map(({ audience, attendances }) => `${audiences[audience]} ${asNumber(attendances)}`)
  return (
    <p className="count training-sums" role="status">
      {year} 年举办 <b>{sum('trainings')}</b> 次，培训 <b>{sum('attendances')}</b> 人次
      {parts.length > 0 && `（${parts.join('，')}）`}；历年累计 {sum('allTrainings')} 次，
      <b>{sum('allAttendances')}</b> 人次。
    </p>
  )
}

const columns: readonly Column<Training>[] = [
  {
    key: 'title',
    title: '名称',
    width: '32%',
    card: 'title',
    cell: ({ id, title }) => <Link to={`/trainings/${id}`}>{title}</Link>,
  },
  { key: 'when', title: '时间', card: 'words', cell: whenWords },
  { key: 'organizer', title: '举办单位', cell: ({ organizer }) => organizer },
  { key: 'audience', title: '对象', cell: ({ audience }) => audiences[audience] },
  {
    key: 'people',
    title: '人数',
    align: 'right',
    cell: ({ status, attended, enrolled, seats }) =>
      status === 'held'
        ? `${asNumber(attended)} 人次`
        : `报名 ${asNumber(enrolled.people)}${seats === null ? '' : ` / ${asNumber(seats)}`}`,
  },
  {
    key: 'status',
    title: '状态',
    card: 'mark',
    cell: ({ status }) => <StateTag tone={statusTones[status]} word={trainingStatuses[status]} />,
  },
]

const Empty = ({ year, mayRun }: { year: number; mayRun: boolean }): ReactNode => (
  <EmptyHint title={`没有找到 ${year} 年的培训`}>
    {mayRun
      ? '点“发布培训”：写清对象、时间和地点，组织就能报名；已经办过的也可以补登。'
      : '换一个年份或区划看看。'}
  </EmptyHint>
)
