// What was frozen at closing: how many organizations each area had on the day, by how they are managed and by state.
import type { ReactNode } from 'react'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { categories, organizationStatuses, tiers } from '../../organizations/choices.ts'
import type { Baseline, BaselineRow, Census } from '../census.ts'
import { useBaseline } from './census-queries.ts'

export function BaselineTable({ census, area }: { census: Census; area: string }): ReactNode {
  const { data, error, refetch } = useBaseline(census.id, area, true)
  return (
    <section className="census-baseline" aria-labelledby="baseline">
      <h2 id="baseline">封存的基数{data ? `（${data.asOf}）` : ''}</h2>
      <p className="faint">
        结束那一天各地有多少组织，以后名录再更正，这里也不会变；方案里的增长目标可以拿它作比较。
      </p>
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {data && <Categories baseline={data} />}
      {!error && (
        <DataTable
          label="封存的基数"
          columns={columns}
          rows={data && [...data.rows, { ...data.sum, code: 'sum', name: `${data.sum.name}合计` }]}
          rowKey={({ code }) => code}
          empty={null}
        />
      )}
    </section>
  )
}

/** The categories of the whole area in one line: a table of fourteen columns would not be read. */
function Categories({ baseline: { sum } }: { baseline: Baseline }): ReactNode {
  const known = Object.entries(categories).filter(([name]) => (sum.category[name] ?? 0) > 0)
  return (
    <ul className="census-kinds">
      {known.map(([name, label]) => (
        <li key={name}>
          {label} <b>{sum.category[name]}</b>
        </li>
      ))}
    </ul>
  )
}

const counted = (
  key: string,
  title: string,
  of: (row: BaselineRow) => number | undefined,
): Column<BaselineRow> => ({
  key,
  title,
  align: 'right',
  cell: (row) => of(row) ?? 0,
})

const columns: readonly Column<BaselineRow>[] = [
  { key: 'name', title: '区划', width: '28%', card: 'title', cell: ({ name }) => name },
  counted('total', '组织', ({ total }) => total),
  ...Object.entries(tiers).map(([name, label]) => counted(name, label, ({ tier }) => tier[name])),
  ...(['active', 'dormant'] as const).map((name) =>
    counted(name, organizationStatuses[name], ({ status }) => status[name]),
  ),
]
