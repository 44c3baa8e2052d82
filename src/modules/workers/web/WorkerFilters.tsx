// The filters of the lists of workers and rewards: words, place, and chips for what has few values.
import type { ReactNode } from 'react'
import { ChooseMany, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { SearchInput } from '../../../ui/SearchInput.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { rewardStatuses } from '../reward.ts'
import { certifiedGrades, employments, grades } from '../worker.ts'
import { states } from './worker-filters.ts'

type Row = { key: string; title: string; options: Readonly<Record<string, string>>; single?: true }

const workerRows: readonly Row[] = [
  { key: 'grade', title: '职业资格', options: grades },
  { key: 'employment', title: '专兼职', options: employments },
  { key: 'state', title: '在岗', options: states, single: true },
  { key: 'expiring', title: '证书', options: { true: '该继续登记了' } },
]

const rewardRows: readonly Row[] = [
  { key: 'status', title: '状态', options: rewardStatuses },
  { key: 'grade', title: '等级', options: certifiedGrades },
]

export const WorkerFilters = (): ReactNode => <Filters rows={workerRows} />
export const RewardFilters = (): ReactNode => <Filters rows={rewardRows} />

function Filters({ rows }: { rows: readonly Row[] }): ReactNode {
  const url = useUrlState()
  const narrow = useNarrow()
  const set = url.filled(rows.map(({ key }) => key))
  return (
    <search className="list-filters worker-filters no-print">
      <div className="filter-bar">
        <SearchInput label="按姓名或证书编号搜索" placeholder="姓名或证书编号" />
        <div className="area-filter">
          <AreaPicker
            aria-label="在哪个区划里找"
            placeholder="全部区划"
            allowClear
            value={url.one('area')}
            onChange={(area) => url.set({ area: area ?? null })}
          />
        </div>
      </div>
      {narrow ? (
        <details className="worker-more">
          <summary>{set > 0 ? `更多条件（已选 ${set} 项）` : '更多条件'}</summary>
          <Rows rows={rows} />
        </details>
      ) : (
        <Rows rows={rows} />
      )}
    </search>
  )
}

/** Where only one holds, the same again takes the choice back. */
function Rows({ rows }: { rows: readonly Row[] }): ReactNode {
  const url = useUrlState()
  const narrow = useNarrow()
  return (
    <div className={narrow ? 'filter-rows filter-rows-drawer' : 'filter-rows'}>
      {rows.map(({ key, title, options, single }) => (
        <fieldset key={key} className="filter-row">
          <legend>{title}</legend>
          <ChooseMany
            options={chipsOf<string>(options)}
            value={url.many(key)}
            onChange={(chosen) =>
              url.set({ [key]: single ? (chosen.find((one) => one !== url.one(key)) ?? null) : chosen })
            }
          />
        </fieldset>
      ))}
    </div>
  )
}
