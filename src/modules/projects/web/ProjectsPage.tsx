// Service projects of one's own area, and the organizations that have none this year.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { urlOf } from '../../../ui/call.ts'
import { Filters, yearRow } from '../../../ui/FilterRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
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
  const rows = [
    yearRow(useSession().today),
    { key: 'status', title: '状态', options: chipsOf(projectStatuses) },
  ]
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
      <Filters url={url} rows={none ? [] : rows}>
        <ChooseOne
          name="none"
          options={chipsOf({ false: '项目', true: '今年还没有的组织' })}
          value={none ? 'true' : 'false'}
          onChange={(next) => url.set({ none: next === 'true' ? 'true' : null })}
        />
        <AreaFilter url={url} label="在哪个区划里看" />
      </Filters>
      {none ? <WithoutList /> : <ProjectList />}
    </>
  )
}
