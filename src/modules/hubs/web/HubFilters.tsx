// What narrows the list of townships: where, with or without a hub, with which services.
import type { ReactNode } from 'react'
import { ChooseMany, ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import type { UrlState } from '../../../ui/use-url-state.ts'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { filterKeys } from './hub-filters.ts'

type Props = { url: UrlState; offered: Readonly<Record<string, string>> }

export function HubFilters({ url, offered }: Props): ReactNode {
  const clear = Object.fromEntries(filterKeys.map((key) => [key, null]))
  return (
    <search className="hub-filters no-print">
      <div className="hub-filter-area">
        <AreaPicker
          aria-label="在哪个区划里看"
          placeholder="全部区划"
          allowClear
          value={url.one('area')}
          onChange={(area) => url.set({ area: area ?? null })}
        />
      </div>
      <fieldset className="filter-row">
        <legend>有没有枢纽</legend>
        <ChooseOne
          name="without"
          options={chipsOf({ any: '不限', true: '还没有的', false: '有的' })}
          value={url.one('without') ?? 'any'}
          onChange={(without) => url.set({ without: without === 'any' ? null : without })}
        />
      </fieldset>
      <fieldset className="filter-row">
        <legend>提供的服务</legend>
        <ChooseMany
          options={chipsOf(offered)}
          value={url.many('service')}
          onChange={(service) => url.set({ service })}
        />
      </fieldset>
      {url.filled(filterKeys) > 0 && (
        <button type="button" className="text-button" onClick={() => url.set(clear)}>
          清除全部筛选
        </button>
      )}
    </search>
  )
}
