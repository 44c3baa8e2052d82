// The divisions in use: walk down the levels, see and decide what is urban and what is rural, how many live there, load more.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../../ui/may.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { AreaPath } from './AreaPath.tsx'
import { AreaPicker } from './AreaPicker.tsx'
import { areaSearchQuery } from './areas-queries.ts'
import { ChildrenTable, TopTable } from './ChildrenTable.tsx'
import { LoadAreas } from './LoadAreas.tsx'
import { PopulationImport } from './PopulationImport.tsx'
import { SettlementImport } from './SettlementImport.tsx'
import './areas.css'

export function AreasPage(): ReactNode {
  const may = useMay()
  const url = useUrlState()
  const { data: tops, error } = useQuery(areaSearchQuery({ q: '', limit: 50 }))
  const [imported, setImported] = useState<ReactNode>(null)
  const only = tops?.items.length === 1 ? tops.items[0]?.code : undefined
  const at = url.one('at') ?? only
  const go = (code: string | null) => url.set({ at: code })
  return (
    <>
      <PageHeader
        title="区划"
        sentence="社区和村是城市还是农村，决定它按哪条标准计算；这里看依据，也可以改正。"
        extra={
          <>
            {may('area.recordPopulation') && <PopulationImport onResult={setImported} />}
            {may('area.importSettlement') && <SettlementImport onResult={setImported} />}
          </>
        }
        action={may('area.load') && <LoadAreas onOpen={go} />}
      />
      {imported}
      <div className="areas-find">
        <AreaPicker aria-label="找区划" placeholder="找区划：汉字、拼音、首字母或代码" onChange={go} />
      </div>
      <ProblemAlert problem={error} />
      {at ? (
        <Inside code={at} tops={tops?.items.map((top) => top.code)} go={go} />
      ) : (
        <TopTable tops={tops?.items} go={go} />
      )}
    </>
  )
}

type Go = (code: string | null) => void

function Inside({ code, tops, go }: { code: string; tops: string[] | undefined; go: Go }): ReactNode {
  return (
    <>
      <AreaPath code={code} tops={tops} go={go} />
      <ChildrenTable code={code} go={go} />
    </>
  )
}
