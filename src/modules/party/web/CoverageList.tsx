// The organizations behind the numbers of coverage.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset } from '../../../ui/use-url-state.ts'
import type { partyPresences } from '../../organizations/choices.ts'
import { type CoverageFilter, type CoveredOrganization, coverageFilters } from '../coverage-api.ts'
import { absenceReasons } from '../party.ts'
import { useCovered } from './party-queries.ts'

type Props = {
  asked: { area?: string; on?: string }
  is: CoverageFilter
  choose: (is: CoverageFilter) => void
}

export function CoverageList({ asked, is, choose }: Props): ReactNode {
  const keyset = useKeyset()
  const after = keyset.after === undefined ? {} : { after: keyset.after }
  const { data, error, refetch, isPlaceholderData } = useCovered({ ...asked, is, limit: 50, ...after })
  return (
    <section className="party-part" aria-labelledby="party-list">
      <h2 id="party-list">名单</h2>
      <div className="party-chips no-print">
        <ChooseOne name="covered" options={chipsOf(coverageFilters)} value={is} onChange={choose} />
      </div>
      <DataTable
        label={`名单：${coverageFilters[is]}`}
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        problem={error}
        retry={() => void refetch()}
        stale={isPlaceholderData}
        paging={{ keyset, next: data?.next }}
        empty={<EmptyHint title={is === 'missing' ? '都已覆盖，没有缺的。' : '没有这样的组织。'} />}
      />
    </section>
  )
}

const columns: Column<CoveredOrganization>[] = [
  {
    key: 'name',
    title: '组织',
    card: 'title',
    width: '40%',
    cell: ({ id, name }) => <Link to={`/organizations/${id}#party`}>{name}</Link>,
  },
  { key: 'area', title: '所在', cell: ({ areaName }) => areaName },
  {
    key: 'presence',
    title: '党的组织和工作',
    card: 'mark',
    cell: ({ presence }) => <PresenceTag presence={presence} />,
  },
  { key: 'reason', title: '没有党组织的原因', cell: ({ reason }) => (reason ? absenceReasons[reason] : '') },
  {
    key: 'members',
    title: '党员',
    align: 'right',
    cell: ({ partyMembers }) => (partyMembers === null ? '不详' : `${partyMembers} 名`),
  },
]

const tones = { own: 'met', joint: 'met', instructor: 'onCourse', none: 'behind' } as const

export function PresenceTag({ presence }: { presence: CoveredOrganization['presence'] }): ReactNode {
  if (presence === null) return <StateTag tone="none" word="不详" />
  return <StateTag tone={tones[presence]} word={short[presence]} />
}

const short = {
  own: '单独建立',
  joint: '联合建立',
  instructor: '派指导员',
  none: '尚未覆盖',
} as const satisfies Record<keyof typeof partyPresences, string>
