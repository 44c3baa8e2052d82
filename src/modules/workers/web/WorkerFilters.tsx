// The filters of the lists of workers and rewards: words, place, and chips for what has few values.
import type { ReactNode } from 'react'
import { chipsOf } from '../../../ui/ChoiceChips.tsx'
import { type FilterRow, Filters } from '../../../ui/FilterRows.tsx'
import { SearchInput } from '../../../ui/SearchInput.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { rewardStatuses } from '../reward.ts'
import { certifiedGrades, employments, grades } from '../worker.ts'
import { states } from './worker-filters.ts'

const workerRows: readonly FilterRow[] = [
  { key: 'grade', title: '职业资格', options: chipsOf(grades) },
  { key: 'employment', title: '专兼职', options: chipsOf(employments) },
  { key: 'state', title: '在岗', options: chipsOf(states), single: 'working' },
  { key: 'expiring', title: '证书', options: chipsOf({ true: '该继续登记了' }) },
]

const rewardRows: readonly FilterRow[] = [
  { key: 'status', title: '状态', options: chipsOf(rewardStatuses) },
  { key: 'grade', title: '等级', options: chipsOf(certifiedGrades) },
]

export const WorkerFilters = (): ReactNode => <NarrowedBy rows={workerRows} />
export const RewardFilters = (): ReactNode => <NarrowedBy rows={rewardRows} />

function NarrowedBy({ rows }: { rows: readonly FilterRow[] }): ReactNode {
  const url = useUrlState()
  return (
    <Filters url={url} rows={rows}>
      <SearchInput label="按姓名或证书编号搜索" placeholder="姓名或证书编号" />
      <AreaFilter url={url} />
    </Filters>
  )
}
