// Coverage of party organization and party work: by area, on a day, with the organizations behind each number.
import type { ReactNode } from 'react'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { useHomeArea, useSession } from '../../people/web/session-queries.ts'
import { type CoverageFilter, coverageFilters } from '../coverage-api.ts'
import { CoverageAreas } from './CoverageAreas.tsx'
import { CoverageFigures } from './CoverageFigures.tsx'
import { CoverageList } from './CoverageList.tsx'
import { PartyTabs } from './PartyTabs.tsx'
import { useCoverage } from './party-queries.ts'

export function CoveragePage(): ReactNode {
  const url = useUrlState()
  const { today } = useSession()
  const home = useHomeArea()
  const area = url.one('area') ?? home?.code
  const on = url.one('on')
  const asked = { ...(area && { area }), ...(on && { on }) }
  const { data, error, refetch } = useCoverage(asked)
  const is = filterIn(url.one('is'))
  return (
    <>
      <PageHeader
        title="党建"
        sentence="每个组织都要有党的组织或党的工作；缺的排在前面，点数字看名单。"
        extra={<PrintMenu />}
      />
      <PartyTabs />
      <div className="party-bar">
        <CoverageTrail view={data} go={(code) => url.set({ area: code })} />
        <label className="party-day">
          看哪一天
          <input
            className="plain-input"
            type="date"
            value={on ?? today}
            max={today}
            onChange={({ target }) =>
              url.set({ on: target.value === today || target.value > today ? null : target.value })
            }
          />
        </label>
      </div>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && (
        <>
          <CoverageFigures coverage={data?.coverage} choose={(one) => url.set({ is: one })} />
          <CoverageAreas view={data} choose={(code, one) => url.set({ area: code, is: one ?? null })} />
          <CoverageList asked={asked} is={is} choose={(one) => url.set({ is: one })} />
        </>
      )}
    </>
  )
}

/** Without a choice: those that lack it. */
const filterIn = (text: string | undefined): CoverageFilter =>
  text && Object.hasOwn(coverageFilters, text) ? (text as CoverageFilter) : 'missing'

type TrailProps = {
  view: ReturnType<typeof useCoverage>['data']
  go: (code: string) => void
}

function CoverageTrail({ view, go }: TrailProps): ReactNode {
  if (!view) return <span className="bone" style={{ width: 200 }} />
  return (
    <nav className="trail" aria-label="所看的地区">
      <ol>
        {view.ancestors.map(({ code, name }) => (
          <li key={code}>
            <button type="button" className="text-button" onClick={() => go(code)}>
              {name}
            </button>
          </li>
        ))}
        <li aria-current="page">{view.area.name}</li>
      </ol>
    </nav>
  )
}
