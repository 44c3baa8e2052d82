// Activities of an area: by month or week, counted, and the major ones with their reports.
import type { ReactNode } from 'react'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Filters } from '../../../ui/FilterRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { useHomeArea, useMay } from '../../people/web/session-queries.ts'
import { CalendarView } from './CalendarView.tsx'
import { CountsView } from './CountsView.tsx'
import { type View, views } from './calendar-days.ts'
import { MajorEventsView } from './MajorEventsView.tsx'
import '../../organizations/web/organizations.css'
import './activities.css'

export function ActivitiesPage(): ReactNode {
  const may = useMay()
  const url = useUrlState()
  const home = useHomeArea()
  const area = url.one('area') ?? home?.code
  const view = viewOf(url.one('view'))
  return (
    <>
      <PageHeader
        title="活动"
        sentence="安排、发布、报名、记录：办过的活动按系列、区划和人群统计。"
        extra={<PrintMenu />}
        action={
          may('activity.edit') && (
            <ButtonLink primary to="/activities/new">
              安排活动
            </ButtonLink>
          )
        }
      />
      <Filters url={url}>
        <ChooseOne
          name="view"
          options={chipsOf<View>(views)}
          value={view}
          onChange={(next) => url.set({ view: next === 'month' ? null : next })}
        />
        <AreaFilter url={url} label="在哪个区划里看" home={home?.code} />
      </Filters>
      {area === undefined ? <EmptyHint title="请先选择区划" /> : <Shown view={view} area={area} />}
    </>
  )
}

const viewOf = (text: string | undefined): View =>
  text !== undefined && Object.hasOwn(views, text) ? (text as View) : 'month'

function Shown({ view, area }: { view: View; area: string }): ReactNode {
  if (view === 'counts') return <CountsView area={area} />
  if (view === 'major') return <MajorEventsView area={area} />
  return <CalendarView area={area} period={view} />
}
