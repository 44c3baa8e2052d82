// Trainings: what is announced and was held, who lacks this year's, and what the year's plan says.
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { urlOf } from '../../../ui/call.ts'
import { Filters } from '../../../ui/FilterRows.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { type UrlState, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { useMay, useSession } from '../../people/web/session-queries.ts'
import { audiences } from '../training.ts'
import { trainingApi } from '../training-api.ts'
import { TrainingForm } from './TrainingForm.tsx'
import { TrainingList } from './TrainingList.tsx'
import { filterOf, viewOf, views, yearIn } from './training-words.ts'
import './training.css'

const LackingView = lazy(async () => ({ default: (await import('./LackingView.tsx')).LackingView }))
const PlanView = lazy(async () => ({ default: (await import('./PlanView.tsx')).PlanView }))

export function TrainingsPage(): ReactNode {
  const may = useMay()
  const url = useUrlState()
  const [open, setOpen] = useState(false)
  return (
    <>
      <PageHeader
        title="培训"
        sentence="发布培训，组织报名，按名单登记签到；人次自动计入各级目标。"
        extra={
          <>
            {viewOf(url) === 'list' && <ExportList url={url} />}
            <PrintMenu />
          </>
        }
        action={
          may('training.run') && (
            <Button type="primary" onClick={() => setOpen(true)}>
              发布培训
            </Button>
          )
        }
      />
      <Choices url={url} />
      <Suspense fallback={<Bones lines={6} />}>
        {viewOf(url) === 'lacking' && <LackingView />}
        {viewOf(url) === 'plan' && <PlanView />}
        {viewOf(url) === 'list' && <TrainingList />}
      </Suspense>
      {open && <TrainingForm training={null} onClose={() => setOpen(false)} />}
    </>
  )
}

function ExportList({ url }: { url: UrlState }): ReactNode {
  const query = filterOf(url, yearIn(url, useSession().today))
  if (!useMay()('training.export')) return null
  return (
    <Button href={urlOf(trainingApi.export, { query })} download>
      导出
    </Button>
  )
}

const audienceRow = { key: 'audience', title: '对象', options: chipsOf(audiences) }

/** Which of the three, of which year, where. */
function Choices({ url }: { url: UrlState }): ReactNode {
  const may = useMay()
  const { today } = useSession()
  const now = Number(today.slice(0, 4))
  const years = [now + 1, now, now - 1, now - 2].map((one) => ({ value: `${one}`, label: `${one} 年` }))
  const yearRow = { key: 'year', title: '年份', options: years, single: `${now}` }
  return (
    <Filters url={url} rows={viewOf(url) === 'list' ? [yearRow, audienceRow] : [yearRow]}>
      <ChooseOne
        name="view"
        options={chipsOf(views).filter(({ value }) => value !== 'lacking' || may('training.lacking'))}
        value={viewOf(url)}
        onChange={(view) => url.set({ view: view === 'list' ? null : view })}
      />
      <AreaFilter url={url} label="在哪个区划里看" />
    </Filters>
  )
}
