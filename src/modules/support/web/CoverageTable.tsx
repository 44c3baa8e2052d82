// Counties, townships or communities with their platforms; those without one come first.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { asNumber } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { usePosting } from '../../people/web/session-queries.ts'
import { type CoverageUnit, type PlatformKind, platformKinds } from '../platform.ts'
import { coverageOf, type Unit, units } from './support-filters.ts'
import { useCoverage, useCoverageSums } from './support-queries.ts'

export function CoverageTable(): ReactNode {
  const keyset = useKeyset()
  const [posting] = usePosting()
  const filter = coverageOf(useUrlState(), posting?.areaLevel)
  const { data, error, refetch, isPlaceholderData } = useCoverage({
    ...filter,
    ...(keyset.after && { after: keyset.after }),
  })
  const above = new Set(data?.items.map((unit) => unit.above)).size > 1
  return (
    <>
      <Sums filter={filter} />
      <DataTable
        label={`${units[filter.by]}的支持平台`}
        columns={columnsOf(filter.by, kindsShown(filter.kind), above)}
        rows={data?.items}
        rowKey={({ code }) => code}
        empty={
          <EmptyHint title={`没有符合这些条件的${units[filter.by]}`}>
            放宽一两个条件，或者换一级区划再看。
          </EmptyHint>
        }
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
      />
    </>
  )
}

function Sums({ filter }: { filter: ReturnType<typeof coverageOf> }): ReactNode {
  const { data } = useCoverageSums(filter)
  if (!data) return <p className="count">正在计数…</p>
  const { units: all, without, platforms, having } = data
  return (
    <div className="support-sums" role="status">
      <p className="count">
        {asNumber(all)} 个{units[filter.by]}中 <b>{asNumber(all - without)}</b> 个有，
        <b className={without > 0 ? 'support-lack' : ''}>{asNumber(without)}</b> 个还没有；共{' '}
        {asNumber(platforms)} 个平台。
      </p>
      <ul className="support-having">
        {kindsShown(filter.kind).map((kind) => (
          <li key={kind}>
            {platformKinds[kind]}{' '}
            <b>
              {asNumber(having[kind] ?? 0)} / {asNumber(all)}
            </b>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Of those that are asked for; all of them when none is. */
const kindsShown = (asked: unknown): PlatformKind[] =>
  (Object.keys(platformKinds) as PlatformKind[]).filter(
    (kind) => !Array.isArray(asked) || asked.includes(kind),
  )

/** `withAbove`: the rows lie in several areas. */
const columnsOf = (by: Unit, kinds: readonly PlatformKind[], withAbove: boolean): Column<CoverageUnit>[] => [
  {
    key: 'unit',
    title: units[by],
    width: '16%',
    card: 'title',
    cell: ({ name, above }) => (
      <>
        {name}
        {withAbove && above && <small className="support-small">{above}</small>}
      </>
    ),
  },
  {
    key: 'state',
    title: '平台',
    width: '11%',
    card: 'mark',
    cell: ({ count }) =>
      count > 0 ? (
        <StateTag tone="met" word={`${asNumber(count)} 个`} />
      ) : (
        <StateTag tone="behind" word="还没有" />
      ),
  },
  ...kinds.map(
    (kind): Column<CoverageUnit> => ({
      key: kind,
      title: platformKinds[kind],
      align: 'right',
      cell: (unit) => unit.kinds[kind] ?? <span className="support-lack">没有</span>,
    }),
  ),
  { key: 'platforms', title: '名称', card: 'words', cell: (unit) => <Names unit={unit} /> },
]

function Names({ unit: { platforms, count, code } }: { unit: CoverageUnit }): ReactNode {
  if (count === 0) return null
  return (
    <ul className="plain-list">
      {platforms.map(({ id, name, kind, openedOn }) => (
        <li key={id}>
          <Link to={`/support/${id}`}>{name}</Link>
          <small className="support-small">
            {platformKinds[kind]} · {openedOn} 启用
          </small>
        </li>
      ))}
      {count > platforms.length && (
        <li>
          <Link to={`/support?view=list&area=${code}`}>全部 {asNumber(count)} 个</Link>
        </li>
      )}
    </ul>
  )
}
