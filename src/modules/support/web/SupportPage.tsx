// Support platforms: which places have one and which lack one, or all of them as a list.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { urlOf } from '../../../ui/call.ts'
import { MeasureTargets } from '../../../ui/MeasureTargets.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { type UrlState, useUrlState } from '../../../ui/use-url-state.ts'
import { useMay, usePosting } from '../../people/web/session-queries.ts'
import { supportApi } from '../support-api.ts'
import { CoverageTable } from './CoverageTable.tsx'
import { PlatformDialog } from './PlatformDialog.tsx'
import { PlatformFilters } from './PlatformFilters.tsx'
import { PlatformList } from './PlatformList.tsx'
import { coverageOf } from './support-filters.ts'
import './support.css'

const views = { coverage: '覆盖情况', list: '平台清单' } as const
type View = keyof typeof views

/** A leader, and a worker of one community, have no places to compare: they come to the list. */
function useView(url: UrlState): View {
  const may = useMay()
  const [posting] = usePosting()
  const asked = url.one('view')
  if (!may('support.survey')) return 'list'
  if (asked === 'list' || asked === 'coverage') return asked
  return posting?.areaLevel === 'community' ? 'list' : 'coverage'
}

export function SupportPage(): ReactNode {
  const may = useMay()
  const url = useUrlState()
  const view = useView(url)
  const [posting] = usePosting()
  return (
    <>
      <PageHeader
        title="支持平台"
        sentence="孵化基地、社会工作服务站、活动场所等支持平台：哪里有、哪里还没有，谁在运营、提供什么服务。"
        action={may('support.keep') && <Add />}
        extra={
          <>
            <PrintMenu />
            {view === 'coverage' && may('support.export') && (
              <Button
                href={urlOf(supportApi.coverageExport, { query: coverageOf(url, posting?.areaLevel) })}
                download
              >
                导出
              </Button>
            )}
          </>
        }
      />
      <MeasureTargets measure="supportPlatforms" />
      <PlatformFilters url={url} coverage={view === 'coverage'}>
        {may('support.survey') && (
          <ChooseOne<View>
            name="view"
            options={chipsOf(views)}
            value={view}
            onChange={(next) => url.set({ view: next })}
          />
        )}
      </PlatformFilters>
      {view === 'coverage' ? <CoverageTable /> : <PlatformList />}
    </>
  )
}

function Add(): ReactNode {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        登记一个平台
      </Button>
      {open && (
        <PlatformDialog
          platform={null}
          onSaved={({ id }) => void navigate(`/support/${id}`)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
