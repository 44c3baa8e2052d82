// The filters of the list of titles: words, place, year, and chips for what has few values.
import type { ReactNode } from 'react'
import { chipsOf } from '../../../ui/ChoiceChips.tsx'
import { type FilterRow, Filters, yearRow } from '../../../ui/FilterRows.tsx'
import { SearchInput } from '../../../ui/SearchInput.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { honorKinds, honorLevels, honorStates, honorSubjects } from '../honor.ts'

const rows: readonly FilterRow[] = [
  { key: 'kind', title: '种类', options: chipsOf(honorKinds) },
  { key: 'subject', title: '主体', options: chipsOf(honorSubjects) },
  { key: 'level', title: '级别', options: chipsOf(honorLevels) },
  { key: 'state', title: '状态', options: chipsOf(honorStates) },
]

export function HonorFilters(): ReactNode {
  const url = useUrlState()
  return (
    <Filters url={url} rows={[...rows, yearRow(useSession().today, '年度')]}>
      <SearchInput label="按名称或称号搜索" placeholder="组织、项目、地方的名称，或称号" />
      <AreaFilter url={url} />
    </Filters>
  )
}
