// What narrows a list: a bar of boxes, and rows of choices that stand in the address; on a phone the rows are folded.
import type { ReactNode } from 'react'
import { type ChipOption, ChooseMany, ChooseOne } from './ChoiceChips.tsx'
import { useNarrow } from './use-narrow.ts'
import type { UrlState } from './use-url-state.ts'
import './filters.css'

export type FilterRow = {
  /** In the address. */
  key: string
  title: string
  options: readonly ChipOption<string>[]
  /** One choice at a time: `true` puts 不限 before the others, a value is what holds while nothing is chosen. */
  single?: true | string
}

type RowsProps = { url: UrlState; rows: readonly FilterRow[] }

type Props = {
  url: UrlState
  rows?: readonly FilterRow[]
  /** The boxes above the rows: words, place, which view of the list. */
  children?: ReactNode
}

export function Filters({ url, rows = [], children }: Props): ReactNode {
  return (
    <search className="no-print">
      {children && <div className="filter-bar">{children}</div>}
      {rows.length > 0 && <FilterRows url={url} rows={rows} />}
    </search>
  )
}

function FilterRows({ url, rows }: RowsProps): ReactNode {
  const keys = rows.map(({ key }) => key)
  const panel = (
    <div className="filter-rows">
      <ChoiceRows url={url} rows={rows} />
      <ClearFilters url={url} keys={['area', 'q', ...keys]} />
    </div>
  )
  if (!useNarrow()) return panel
  const set = url.filled(keys)
  return (
    <details className="filter-fold">
      <summary>{set > 0 ? `更多条件（已选 ${set} 项）` : '更多条件'}</summary>
      {panel}
    </details>
  )
}

export function ChoiceRows({ url, rows }: RowsProps): ReactNode {
  return rows.map(({ key, title, options, single }) => (
    <fieldset key={key} className="filter-row">
      <legend>{title}</legend>
      {single ? (
        <OneOf url={url} name={key} options={options} unset={single} />
      ) : (
        <ChooseMany
          options={options}
          value={url.many(key)}
          onChange={(values) => url.set({ [key]: values })}
        />
      )}
    </fieldset>
  ))
}

type OneProps = { url: UrlState; name: string; options: readonly ChipOption<string>[]; unset: true | string }

function OneOf({ url, name, options, unset }: OneProps): ReactNode {
  const none = unset === true ? 'any' : unset
  return (
    <ChooseOne
      name={name}
      options={unset === true ? [{ value: none, label: '不限' }, ...options] : options}
      value={url.one(name) ?? none}
      onChange={(value) => url.set({ [name]: value === none ? null : value })}
    />
  )
}

type ClearProps = { url: UrlState; keys: readonly string[] }

/** Nothing while none of them is set. */
export function ClearFilters({ url, keys }: ClearProps): ReactNode {
  if (url.filled(keys) === 0) return null
  const empty = Object.fromEntries(keys.map((key) => [key, null]))
  return (
    <button type="button" className="text-button filter-clear" onClick={() => url.set(empty)}>
      清除全部筛选
    </button>
  )
}

/** The year of `today` and the three before it. */
export function yearRow(today: string, title = '年份'): FilterRow {
  const year = Number(today.slice(0, 4))
  const options = [0, 1, 2, 3].map((ago) => ({ value: `${year - ago}`, label: `${year - ago} 年` }))
  return { key: 'year', title, options, single: true }
}
