// The filters of the list of titles: words, place, year, and chips for what has few values.
import type { ReactNode } from 'react'
import { ChooseMany, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { SearchInput } from '../../../ui/SearchInput.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { type UrlState, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { honorKinds, honorLevels, honorStates, honorSubjects } from '../honor.ts'

export function HonorFilters(): ReactNode {
  const url = useUrlState()
  const narrow = useNarrow()
  return (
    <search className="list-filters honor-filters no-print">
      <div className="filter-bar">
        <SearchInput label="按名称或称号搜索" placeholder="组织、项目、地方的名称，或称号" />
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
      {narrow ? <Folded url={url} /> : <Rows url={url} />}
    </search>
  )
}

type Props = { url: UrlState }

const rows = [
  { key: 'kind', title: '种类', options: honorKinds },
  { key: 'subject', title: '主体', options: honorSubjects },
  { key: 'level', title: '级别', options: honorLevels },
  { key: 'state', title: '状态', options: honorStates },
] as const

/** On a phone the choices open on demand; how many are set is always seen. */
function Folded({ url }: Props): ReactNode {
  const set = url.filled([...rows.map(({ key }) => key), 'year'])
  return (
    <details className="honor-more">
      <summary>{set > 0 ? `更多条件（已选 ${set} 项）` : '更多条件'}</summary>
      <Rows url={url} drawer />
    </details>
  )
}

function Rows({ url, drawer = false }: Props & { drawer?: boolean }): ReactNode {
  return (
    <div className={drawer ? 'filter-rows filter-rows-drawer' : 'filter-rows'}>
      {rows.map(({ key, title, options }) => (
        <fieldset key={key} className="filter-row">
          <legend>{title}</legend>
          <ChooseMany
            options={chipsOf<string>(options)}
            value={url.many(key)}
            onChange={(chosen) => url.set({ [key]: chosen })}
          />
        </fieldset>
      ))}
      <fieldset className="filter-row">
        <legend>年度</legend>
        <Years url={url} />
      </fieldset>
    </div>
  )
}

/** This year and the three before it; the same again takes the choice back. */
function Years({ url }: Props): ReactNode {
  const now = Number(useSession().today.slice(0, 4))
  const years = Object.fromEntries([0, 1, 2, 3].map((ago) => [String(now - ago), `${now - ago}`]))
  const chosen = url.one('year')
  return (
    <ChooseMany
      options={chipsOf<string>(years).toReversed()}
      value={chosen ? [chosen] : []}
      onChange={(picked) => url.set({ year: picked.find((year) => year !== chosen) ?? null })}
    />
  )
}
