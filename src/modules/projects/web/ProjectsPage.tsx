// Service projects of one's own area, and the organizations that have none this year.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ChooseMany, ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { urlOf } from '../../../ui/call.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { type UrlState, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { useMay, useSession } from '../../people/web/session-queries.ts'
import { projectStatuses } from '../project.ts'
import { projectsApi } from '../projects-api.ts'
import { ProjectList } from './ProjectList.tsx'
import { filterOf } from './project-filters.ts'
import { WithoutList } from './WithoutList.tsx'
import '../../organizations/web/organizations.css'
import './projects.css'

export function ProjectsPage(): ReactNode {
  const may = useMay()
  const url = useUrlState()
  const none = url.one('none') === 'true'
  return (
    <>
      <PageHeader
        title="服务项目"
        sentence="每个组织每年至少办一个：从计划、实施到结果；还没有的，可以提醒一声。"
        extra={
          <>
            <PrintMenu />
            {may('project.export') && (
              <Button href={urlOf(projectsApi.export, { query: filterOf(url) })} download>
                导出
              </Button>
            )}
          </>
        }
      />
      <search className="filter-bar project-filters no-print">
        <ChooseOne
          name="none"
          options={chipsOf({ false: '项目', true: '今年还没有的组织' })}
          value={none ? 'true' : 'false'}
          onChange={(next) => url.set({ none: next === 'true' ? 'true' : null })}
        />
        <Area url={url} />
        {!none && <ProjectFilters url={url} />}
      </search>
      {none ? <WithoutList /> : <ProjectList />}
    </>
  )
}

function Area({ url }: { url: UrlState }): ReactNode {
  return (
    <div className="area-filter">
      <AreaPicker
        aria-label="在哪个区划里看"
        placeholder="全部区划"
        allowClear
        value={url.one('area')}
        onChange={(area) => url.set({ area: area ?? null })}
      />
    </div>
  )
}

function ProjectFilters({ url }: { url: UrlState }): ReactNode {
  const year = Number(useSession().today.slice(0, 4))
  const years = [year, year - 1, year - 2].map((one) => ({ value: `${one}`, label: `${one} 年` }))
  return (
    <>
      <fieldset className="filter-row">
        <legend>年份</legend>
        <ChooseOne
          name="year"
          options={[{ value: 'any', label: '不限' }, ...years]}
          value={url.one('year') ?? 'any'}
          onChange={(next) => url.set({ year: next === 'any' ? null : next })}
        />
      </fieldset>
      <fieldset className="filter-row">
        <legend>状态</legend>
        <ChooseMany
          options={chipsOf<string>(projectStatuses)}
          value={url.many('status')}
          onChange={(status) => url.set({ status })}
        />
      </fieldset>
    </>
  )
}
