// What narrows the list: one search box and the area always in sight, choices in rows, or in a drawer on phones.
import { Button, Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { chipsOf } from '../../../ui/ChoiceChips.tsx'
import { ChoiceRows, ClearFilters, type FilterRow } from '../../../ui/FilterRows.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { SearchInput } from '../../../ui/SearchInput.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { type UrlState, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { type ChoiceFilter, choiceFilters, filterKeys, rareFilters } from './list-filters.ts'

export function ListFilters(): ReactNode {
  const url = useUrlState()
  const narrow = useNarrow()
  return (
    <search className="no-print">
      <div className="filter-bar">
        <SearchInput
          label="按名称搜索，汉字、拼音、首字母都行"
          placeholder={narrow ? '名称或拼音' : '名称、拼音或首字母，例如 合唱、hechang、hc'}
        />
        {narrow ? <FilterDrawer url={url} /> : <AreaFilter url={url} />}
      </div>
      {!narrow && <Panel url={url} />}
    </search>
  )
}

const choiceRow = (key: ChoiceFilter): FilterRow => ({
  key,
  title: choiceFilters[key].label,
  options: chipsOf<string>(choiceFilters[key].choices),
})

const commonRows = (['category', 'tier', 'status'] as const).map(choiceRow)
const rareRows: readonly FilterRow[] = [
  ...(['legalForm', 'partyPresence'] as const).map(choiceRow),
  {
    key: 'hub',
    title: '枢纽型',
    options: chipsOf({ true: '只看枢纽型', false: '不含枢纽型' }),
    single: true,
  },
]

function Panel({ url }: { url: UrlState }): ReactNode {
  const [all, setAll] = useState(url.filled(rareFilters) > 0)
  return (
    <div className="filter-rows">
      <ChoiceRows url={url} rows={all ? [...commonRows, ...rareRows] : commonRows} />
      <button
        type="button"
        className="text-button filter-more"
        aria-expanded={all}
        onClick={() => setAll(!all)}
      >
        {all ? '收起' : '更多筛选：组织形式、党建、枢纽型'}
      </button>
      <ClearFilters url={url} keys={filterKeys} />
    </div>
  )
}

function FilterDrawer({ url }: { url: UrlState }): ReactNode {
  const [open, setOpen] = useState(false)
  const filled = url.filled(filterKeys.filter((key) => key !== 'q'))
  return (
    <>
      <Button icon={<Icon name="filter" size={18} />} aria-expanded={open} onClick={() => setOpen(true)}>
        {filled > 0 ? `筛选（${filled}）` : '筛选'}
      </Button>
      <Drawer
        title="筛选"
        placement="bottom"
        size="85%"
        open={open}
        onClose={() => setOpen(false)}
        footer={
          <div className="drawer-foot">
            <ClearFilters url={url} keys={filterKeys} />
            <Button type="primary" onClick={() => setOpen(false)}>
              看结果
            </Button>
          </div>
        }
      >
        <div className="filter-rows">
          <AreaFilter url={url} />
          <ChoiceRows url={url} rows={[...commonRows, ...rareRows]} />
        </div>
      </Drawer>
    </>
  )
}
