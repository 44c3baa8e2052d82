// One programme in one area on one day: every target with value, gap and state; the chosen one in detail beside it.
import type { ReactNode } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import type { FiguresView, ProgrammeView } from '../programmes-api.ts'
import { PrintHead } from './PrintHead.tsx'
import { ProgrammeBar } from './ProgrammeBar.tsx'
import { ProgrammeWords } from './ProgrammeWords.tsx'
import { type Place, programmePath, targetPath, usePlace } from './place.ts'
import { useBreakdown, useFigures, useProgramme, useTrends } from './programme-queries.ts'
import { StateStrip } from './StateStrip.tsx'
import { asState, lookOf, type State } from './states.ts'
import { TargetAside } from './TargetAside.tsx'
import { TargetTable } from './TargetTable.tsx'
import { mostUrgent } from './target-words.ts'
import './figures.css'
import './programme.css'

export function ProgrammePage(): ReactNode {
  const { id = '' } = useParams()
  const place = usePlace()
  const programme = useProgramme(id)
  const figures = useFigures(id, place)
  const problem = programme.error ?? figures.error
  return (
    <div className="programme">
      <PageHeader
        title={programme.data?.title ?? '方案'}
        sentence={problem ? undefined : (figures.data?.sentence ?? '正在计算…')}
      />
      <ProgrammeBar id={id} figures={figures.data} programme={programme.data} />
      <Example programme={programme.data} />
      {problem ? (
        <>
          <ProblemAlert
            problem={problem}
            retry={() => void Promise.all([programme.refetch(), figures.refetch()])}
          />
          <WayBack id={id} place={place} />
        </>
      ) : (
        <Targets
          id={id}
          place={place}
          figures={figures.data}
          programme={programme.data}
          stale={figures.isPlaceholderData}
        />
      )}
    </div>
  )
}

/** Out of an address with an area or a day that cannot be shown. */
function WayBack({ id, place }: { id: string; place: Place }): ReactNode {
  const to = place.area || place.asOf ? programmePath(id) : '/programmes'
  return <Link to={to}>{to === '/programmes' ? '看全部方案' : '回到方案的开头：我的地区，今天'}</Link>
}

/** The document names no place: said wherever its figures are shown. */
function Example({ programme }: { programme: ProgrammeView | undefined }): ReactNode {
  if (!programme?.example) return null
  return <p className="example">{`示例：${programme.example}`}</p>
}

type TargetsProps = {
  id: string
  place: Place
  figures: FiguresView | undefined
  programme: ProgrammeView | undefined
  stale: boolean
}

function Targets({ id, place, figures, programme, stale }: TargetsProps): ReactNode {
  const [search] = useSearchParams()
  const narrow = useNarrow()
  const state = asState(search.get('state') ?? undefined)
  const rows = figures?.rows.filter((row) => !state || row.state === state)
  const chosen = rows?.find(({ target }) => target === search.get('target')) ?? mostUrgent(rows ?? [])
  const detail = useBreakdown(id, narrow ? undefined : chosen?.target, place)
  const trends = useTrends(id, place, !narrow && figures !== undefined && !detail.isLoading)
  const here = (target: string) => programmePath(id, { ...place, target, state })
  const full = (target: string) => targetPath(id, target, place)
  return (
    <>
      <PrintHead figures={figures} />
      <StateStrip
        counts={figures?.counts}
        chosen={state}
        pathOf={(next) =>
          programmePath(id, { ...place, target: search.get('target') ?? undefined, state: next })
        }
      />
      <div className="programme-grid">
        <TargetTable
          rows={rows}
          programme={programme}
          trends={trends.data}
          chosen={narrow ? undefined : chosen?.target}
          rowPath={({ target }) => (narrow ? full(target) : here(target))}
          fullPath={({ target }) => full(target)}
          stale={stale}
          empty={<NoTargets state={state} allPath={programmePath(id, place)} />}
        />
        {programme && <ProgrammeWords programme={programme} asOf={figures?.asOf} />}
        {!narrow && chosen && (
          <aside className="no-print" aria-label="选中的目标">
            <TargetAside programme={id} target={chosen.target} place={place} />
          </aside>
        )}
      </div>
    </>
  )
}

function NoTargets({ state, allPath }: { state: State | undefined; allPath: string }): ReactNode {
  if (!state) return <EmptyHint title="这个方案没有目标">请管理员检查方案包。</EmptyHint>
  return (
    <EmptyHint title={`没有“${lookOf(state).word}”的目标`}>
      <Link to={allPath} replace>
        看全部目标
      </Link>
    </EmptyHint>
  )
}
