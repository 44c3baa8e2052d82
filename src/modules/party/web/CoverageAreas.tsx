// Coverage of the areas below, those that lack most first.
import type { ReactNode } from 'react'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import type { AreaCoverage, CoverageFilter, CoverageView } from '../coverage-api.ts'
import { Choice } from './CoverageFigures.tsx'
import { shareText } from './share-text.ts'

type Choose = (code: string, is?: CoverageFilter) => void
type Props = { view: CoverageView | undefined; choose: Choose }

export function CoverageAreas({ view, choose }: Props): ReactNode {
  if (view?.children.length === 0) return null
  return (
    <section className="party-part">
      <h2>各地情况</h2>
      <DataTable
        label="各地的两个覆盖"
        columns={columnsOf(choose)}
        rows={view?.children}
        rowKey={({ code }) => code}
        empty={null}
      />
    </section>
  )
}

const columnsOf = (choose: Choose): Column<AreaCoverage>[] => [
  {
    key: 'name',
    title: '地区',
    card: 'title',
    cell: ({ code, name }) => <Choice onPress={() => choose(code)}>{name}</Choice>,
  },
  { key: 'total', title: '组织', align: 'right', cell: ({ coverage }) => coverage.total },
  {
    key: 'organization',
    title: '组织覆盖',
    align: 'right',
    cell: ({ coverage: { own, joint, total } }) => <Share part={own + joint} whole={total} />,
  },
  {
    key: 'work',
    title: '工作覆盖',
    align: 'right',
    cell: ({ coverage: { own, joint, instructor, total } }) => (
      <Share part={own + joint + instructor} whole={total} />
    ),
  },
  { key: 'missing', title: '尚未覆盖', align: 'right', cell: numberOf('missing', choose) },
  { key: 'due', title: '应建未建', align: 'right', cell: numberOf('due', choose) },
]

const Share = ({ part, whole }: { part: number; whole: number }): ReactNode => (
  <>
    {shareText(part, whole)} <span className="faint small">{whole > 0 && `${part} / ${whole}`}</span>
  </>
)

const numberOf =
  (is: 'missing' | 'due', choose: Choose) =>
  ({ code, coverage }: AreaCoverage): ReactNode =>
    coverage[is] === 0 ? (
      <span className="faint">0</span>
    ) : (
      <Choice onPress={() => choose(code, is)}>{coverage[is]}</Choice>
    )
