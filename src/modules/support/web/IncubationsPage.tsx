// Organizations in incubators: who asked, who is in, who has left; the way to the payments.
import type { ReactNode } from 'react'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { chipsOf } from '../../../ui/ChoiceChips.tsx'
import { Filters } from '../../../ui/FilterRows.tsx'
import { MeasureTargets } from '../../../ui/MeasureTargets.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { type UrlState, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { useMay } from '../../people/web/session-queries.ts'
import { type IncubationStatus, incubationStatuses } from '../incubation.ts'
import { IncubationTable } from './IncubationTable.tsx'
import type { IncubationQuery } from './support-queries.ts'
import './support.css'

const rows = [{ key: 'status', title: '状态', options: chipsOf(incubationStatuses) }]

export function IncubationsPage(): ReactNode {
  const may = useMay()
  const url = useUrlState()
  const filled = url.filled(['area', 'status']) > 0
  return (
    <>
      <PageHeader
        title="孵化"
        sentence="申请入驻、正在孵化和已经出孵化的组织；在组织自己的页面上申请入驻。"
        extra={
          <>
            <PrintMenu />
            {may('incubation.pay') && <ButtonLink to="/incubation/subsidies">孵化补贴</ButtonLink>}
          </>
        }
      />
      <MeasureTargets measure="incubations" />
      <Filters url={url} rows={rows}>
        <AreaFilter url={url} label="在哪个区划里看" />
      </Filters>
      <IncubationTable
        filter={filterOf(url)}
        empty={filled ? '没有符合这些条件的孵化' : '还没有组织申请入驻孵化'}
        withPlatform
      />
    </>
  )
}

const isStatus = (text: string): text is IncubationStatus => Object.hasOwn(incubationStatuses, text)

function filterOf(url: UrlState): IncubationQuery {
  const area = url.one('area')
  const status = url.many('status').filter(isStatus)
  return { ...(area && /^\d{12}$/.test(area) && { area }), ...(status.length > 0 && { status }) }
}
