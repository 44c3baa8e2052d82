// What narrows the list: one search box and the area always in sight, choices in rows, or in a drawer on phones.
import { Button, Drawer, Input } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { ChooseMany, ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { useDebounced } from '../../../ui/use-debounced.ts'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { type UrlState, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { type ChoiceFilter, choiceFilters, filterKeys, rareFilters } from './list-filters.ts'

export function ListFilters(): ReactNode {
  const url = useUrlState()
  const narrow = useNarrow()
  return (
    <search className="list-filters no-print">
      <div className="filter-bar">
        <NameSearch url={url} />
        {!narrow && <AreaFilter url={url} />}
        {narrow && <FilterDrawer url={url} />}
      </div>
      {!narrow && <FilterRows url={url} />}
    </search>
  )
}

/** Clears all filters. */
export function ClearFilters({ url }: { url: UrlState }): ReactNode {
  if (url.filled(filterKeys) === 0) return null
  const empty = Object.fromEntries(filterKeys.map((key) => [key, null]))
  return (
    <button type="button" className="text-button" onClick={() => url.set(empty)}>
      清除全部筛选
    </button>
  )
}

/** Goes into the address when the person stops typing for a moment. */
function NameSearch({ url }: { url: UrlState }): ReactNode {
  const narrow = useNarrow()
  const inAddress = url.one('q') ?? ''
  const [text, setText] = useState(inAddress)
  const typed = useDebounced(text, 250)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed moves the address
  useEffect(() => {
    if (typed.trim() !== inAddress) url.set({ q: typed.trim() })
  }, [typed])
  useEffect(() => setText((now) => (now.trim() === inAddress ? now : inAddress)), [inAddress])
  return (
    <Input
      className="grow"
      type="search"
      aria-label="按名称搜索，汉字、拼音、首字母都行"
      placeholder={narrow ? '名称或拼音' : '名称、拼音或首字母，例如 合唱、hechang、hc'}
      prefix={<Icon name="search" size={18} />}
      allowClear
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  )
}

function AreaFilter({ url }: { url: UrlState }): ReactNode {
  return (
    <div className="area-filter">
      <AreaPicker
        aria-label="在哪个区划里找"
        placeholder="全部区划"
        allowClear
        value={url.one('area')}
        onChange={(area) => url.set({ area: area ?? null })}
      />
    </div>
  )
}

function FilterRows({ url }: { url: UrlState }): ReactNode {
  const [all, setAll] = useState(url.filled(rareFilters) > 0)
  return (
    <div className="filter-rows">
      <ChoiceRow url={url} filter="category" />
      <ChoiceRow url={url} filter="tier" />
      <ChoiceRow url={url} filter="status" />
      {all && <RareRows url={url} />}
      <div className="filter-more">
        <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? '收起' : '更多筛选：组织形式、党建、枢纽型'}
        </button>
        <ClearFilters url={url} />
      </div>
    </div>
  )
}

function RareRows({ url }: { url: UrlState }): ReactNode {
  return (
    <>
      <ChoiceRow url={url} filter="legalForm" />
      <ChoiceRow url={url} filter="partyPresence" />
      <fieldset className="filter-row">
        <legend>枢纽型</legend>
        <ChooseOne
          name="hub"
          options={chipsOf({ any: '不限', true: '只看枢纽型', false: '不含枢纽型' })}
          value={url.one('hub') ?? 'any'}
          onChange={(hub) => url.set({ hub: hub === 'any' ? null : hub })}
        />
      </fieldset>
    </>
  )
}

function ChoiceRow({ url, filter }: { url: UrlState; filter: ChoiceFilter }): ReactNode {
  const { label, choices } = choiceFilters[filter]
  return (
    <fieldset className="filter-row">
      <legend>{label}</legend>
      <ChooseMany
        options={chipsOf<string>(choices)}
        value={url.many(filter)}
        onChange={(values) => url.set({ [filter]: values })}
      />
    </fieldset>
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
            <ClearFilters url={url} />
            <Button type="primary" onClick={() => setOpen(false)}>
              看结果
            </Button>
          </div>
        }
      >
        <div className="filter-rows filter-rows-drawer">
          <AreaFilter url={url} />
          <ChoiceRow url={url} filter="category" />
          <ChoiceRow url={url} filter="tier" />
          <ChoiceRow url={url} filter="status" />
          <RareRows url={url} />
        </div>
      </Drawer>
    </>
  )
}
