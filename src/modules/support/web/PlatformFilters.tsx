// What narrows the platforms: where, kind, level; for coverage also which units, with or without one.
import type { ReactNode } from 'react'
import { ChooseMany, ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import type { UrlState } from '../../../ui/use-url-state.ts'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { usePosting } from '../../people/web/session-queries.ts'
import { platformKinds, platformLevels } from '../platform.ts'
import { coverageOf, filterKeys, type Unit, units } from './support-filters.ts'

type Props = { url: UrlState; coverage: boolean }

/** Folded on a phone: what there is comes before the ways to choose among it. */
export function PlatformFilters(props: Props): ReactNode {
  const filled = props.url.filled(filterKeys) > 0
  if (!useNarrow()) return <Filters {...props} />
  return (
    <details className="support-more no-print" open={filled}>
      <summary>筛选</summary>
      <Filters {...props} />
    </details>
  )
}

function Filters({ url, coverage }: Props): ReactNode {
  const clear = Object.fromEntries(filterKeys.map((key) => [key, null]))
  return (
    <search className="support-filters no-print">
      <div className="support-filter-area">
        <AreaPicker
          aria-label="在哪个区划里看"
          placeholder="全部区划"
          allowClear
          value={url.one('area')}
          onChange={(area) => url.set({ area: area ?? null })}
        />
      </div>
      {coverage && <Units url={url} />}
      <fieldset className="filter-row">
        <legend>类型</legend>
        <ChooseMany
          options={chipsOf(platformKinds)}
          value={url.many('kind')}
          onChange={(kind) => url.set({ kind })}
        />
      </fieldset>
      <fieldset className="filter-row">
        <legend>平台级别</legend>
        <ChooseMany
          options={chipsOf(platformLevels)}
          value={url.many('level')}
          onChange={(level) => url.set({ level })}
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

function Units({ url }: { url: UrlState }): ReactNode {
  const [posting] = usePosting()
  return (
    <>
      <fieldset className="filter-row">
        <legend>逐个看</legend>
        <ChooseOne<Unit>
          name="by"
          options={chipsOf(units)}
          value={coverageOf(url, posting?.areaLevel).by}
          onChange={(by) => url.set({ by })}
        />
      </fieldset>
      <fieldset className="filter-row">
        <legend>有没有</legend>
        <ChooseOne
          name="without"
          options={chipsOf({ any: '不限', true: '还没有的', false: '有的' })}
          value={url.one('without') ?? 'any'}
          onChange={(without) => url.set({ without: without === 'any' ? null : without })}
        />
      </fieldset>
    </>
  )
}
