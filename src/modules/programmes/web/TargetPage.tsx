// One target in full: where it stands, the areas below from worst to best, how it was computed, and the records behind.
import type { ReactNode } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Breakdown, Tile } from '../programmes-api.ts'
import { AreaJump } from './AreaJump.tsx'
import { AreaTrail } from './AreaTrail.tsx'
import { AsOfControl } from './AsOfControl.tsx'
import { HowComputed } from './HowComputed.tsx'
import { JudgementForm } from './JudgementForm.tsx'
import { PrintHead } from './PrintHead.tsx'
import { type Place, programmePath, type Reading, targetPath, usePlace } from './place.ts'
import { useBreakdown, useProgramme } from './programme-queries.ts'
import { RecordEntries } from './RecordEntries.tsx'
import { RecordsBehind } from './RecordsBehind.tsx'
import { rowLook } from './states.ts'
import { TargetAreas } from './TargetAreas.tsx'
import { TargetHeadline } from './TargetHeadline.tsx'
import { TileGrid } from './TileGrid.tsx'
import { targetLine } from './target-words.ts'
import { hasStatement, pictured } from './tiles.ts'
import './figures.css'
import './target.css'

export type TargetView = { id: string; target: string; place: Place; reading: Reading }

export function TargetPage(): ReactNode {
  const view = useTargetView()
  const { id, target, place } = view
  const { data, error, refetch, isPlaceholderData } = useBreakdown(id, target, place)
  if (error)
    return (
      <>
        <PageHeader title="目标" back={{ to: programmePath(id, place), label: '回到方案' }} />
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </>
    )
  if (!data) return <PageBones />
  return (
    <div className={isPlaceholderData ? 'target stale' : 'target'}>
      <Head breakdown={data} view={view} />
      <Body breakdown={data} view={view} />
    </div>
  )
}

function useTargetView(): TargetView {
  const { id = '', target = '' } = useParams()
  const [search] = useSearchParams()
  const said = (key: string) => search.get(key) ?? undefined
  const reading = { read: said('read'), list: said('list'), order: said('order') }
  return { id, target, place: usePlace(), reading }
}

type Props = { breakdown: Breakdown; view: TargetView }

function Head({ breakdown, view: { id, target, place, reading } }: Props): ReactNode {
  const { row } = breakdown
  const programme = useProgramme(id)
  const pathOf = (next: Place) => targetPath(id, target, { ...place, ...reading, ...next })
  const toArea = ({ code }: { code: string }) => pathOf({ area: code })
  return (
    <>
      <PageHeader
        title={row.title}
        mark={<StateTag {...rowLook(row)} />}
        sentence={targetLine(row)}
        back={{
          to: programmePath(id, { ...place, target }),
          label: programme.data?.title ?? '回到方案',
        }}
      />
      <div className="bar">
        <AreaTrail {...breakdown} pathOf={toArea} />
        <AreaJump {...breakdown} pathOf={toArea} />
        <div className="bar-right">
          <AsOfControl
            {...breakdown}
            to={programme.data?.to ?? row.due}
            phases={programme.data?.phases ?? []}
            pathOf={(asOf) => pathOf({ asOf })}
          />
          <div className="paper-button">
            <PrintMenu />
          </div>
        </div>
      </div>
      <PrintHead figures={breakdown} />
    </>
  )
}

function Body({ breakdown, view }: Props): ReactNode {
  const { row, area } = breakdown
  return (
    <>
      <div className="target-grid">
        <div>
          <TargetHeadline row={row} view={view} />
          <RecordEntries entries={breakdown.entries} />
          {row.mayJudge && <JudgementForm breakdown={breakdown} view={view} />}
          <TargetAreas breakdown={breakdown} view={view} />
        </div>
        <div className="aside-parts">
          <Picture breakdown={breakdown} view={view} />
          <HowComputed breakdown={breakdown} />
        </div>
      </div>
      {row.judge !== 'person' && <RecordsBehind key={area.code} row={row} view={view} />}
    </>
  )
}

function Picture({ breakdown, view: { id, target, place, reading } }: Props): ReactNode {
  const { units, unitWord, unitCount } = breakdown
  const tiles = pictured(breakdown)
  if (!tiles.some(hasStatement)) return null
  const pathOf = ({ code }: Tile) => targetPath(id, target, { ...place, ...reading, area: code })
  return (
    <section className="panel">
      <h2>{units ? `${unitCount.toLocaleString('zh-CN')} 个${unitWord}` : '下级地区'}</h2>
      <TileGrid label={units ? unitWord : '下级地区'} tiles={tiles} pathOf={pathOf} />
    </section>
  )
}
