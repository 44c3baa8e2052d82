// Volunteer teams of one's own area, and the way to the hours that wait.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { CountText } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Filters } from '../../../ui/FilterRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { SearchInput } from '../../../ui/SearchInput.tsx'
import { type UrlState, useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { hoursText } from '../service.ts'
import type { TeamLine } from '../volunteer.ts'
import { type TeamQuery, useTeamCount, useTeams } from './volunteer-queries.ts'
import '../../organizations/web/organizations.css'
import './volunteers.css'

export function TeamsPage(): ReactNode {
  return (
    <>
      <PageHeader
        title="志愿服务"
        sentence="各组织的志愿服务队；时长由队里记、由组织者确认，只用来开证明，不排名。"
        action={
          <ButtonLink primary to="/service?status=waiting">
            待确认的时长
          </ButtonLink>
        }
      />
      <Narrowing />
      <List />
    </>
  )
}

function filterOf(url: UrlState): TeamQuery {
  const [area, q] = [url.one('area'), url.one('q')]
  return {
    ...(area && /^\d{12}$/.test(area) && { area }),
    ...(q && { q }),
    ...(url.one('ended') === 'true' && { ended: 'true' as const }),
  }
}

function Narrowing(): ReactNode {
  const url = useUrlState()
  return (
    <Filters url={url}>
      <SearchInput label="按队名或组织名称搜索" placeholder="队名或组织名称" />
      <AreaFilter url={url} />
      <ChooseOne
        name="ended"
        options={chipsOf({ false: '现有的', true: '已解散的' })}
        value={url.one('ended') === 'true' ? 'true' : 'false'}
        onChange={(ended) => url.set({ ended: ended === 'true' ? 'true' : null })}
      />
    </Filters>
  )
}

function List(): ReactNode {
  const filter = filterOf(useUrlState())
  const keyset = useKeyset()
  const { data, error, refetch, isPlaceholderData } = useTeams({
    ...filter,
    ...(keyset.after && { after: keyset.after }),
  })
  const count = useTeamCount(filter)
  return (
    <>
      <div className="list-bar no-print">
        <CountText count={count.data} unit="支" noun="志愿服务队" />
      </div>
      <DataTable
        label="志愿服务队"
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        empty={
          <EmptyHint title="没有志愿服务队">
            打开一个组织的页面，在“志愿服务”里新建；或放宽条件再找。
          </EmptyHint>
        }
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
      />
    </>
  )
}

const columns: readonly Column<TeamLine>[] = [
  {
    key: 'name',
    title: '志愿服务队',
    width: '28%',
    card: 'title',
    cell: (one) => <Link to={`/volunteer-teams/${one.id}`}>{one.name}</Link>,
  },
  { key: 'organization', title: '组织', card: 'words', cell: (one) => one.organizationName },
  {
    key: 'place',
    title: '所在社区（村）',
    card: 'words',
    cell: ({ townshipName, areaName }) => [townshipName, areaName].filter(Boolean).join(' '),
  },
  { key: 'members', title: '队员', cell: ({ members }) => `${members} 人` },
  { key: 'minutes', title: '今年已确认', cell: ({ minutes }) => hoursText(minutes) },
]
