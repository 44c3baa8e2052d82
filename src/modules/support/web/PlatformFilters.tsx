// What narrows the platforms: where, kind, level; for coverage also which units, with or without one.
import type { ReactNode } from 'react'
import { chipsOf } from '../../../ui/ChoiceChips.tsx'
import { type FilterRow, Filters } from '../../../ui/FilterRows.tsx'
import type { UrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { usePosting } from '../../people/web/session-queries.ts'
import { platformKinds, platformLevels } from '../platform.ts'
import { unitBelow, units } from './support-filters.ts'

/** `children`: which view of the platforms. */
type Props = { url: UrlState; coverage: boolean; children: ReactNode }

export function PlatformFilters({ url, coverage, children }: Props): ReactNode {
  const [posting] = usePosting()
  return (
    <Filters url={url} rows={coverage ? [...unitRows(posting?.areaLevel), ...rows] : rows}>
      {children}
      <AreaFilter url={url} label="在哪个区划里看" />
    </Filters>
  )
}

const rows: readonly FilterRow[] = [
  { key: 'kind', title: '类型', options: chipsOf(platformKinds) },
  { key: 'level', title: '平台级别', options: chipsOf(platformLevels) },
]

const unitRows = (own: string | undefined): FilterRow[] => [
  { key: 'by', title: '逐个看', options: chipsOf(units), single: unitBelow(own) },
  { key: 'without', title: '有没有', options: chipsOf({ true: '还没有的', false: '有的' }), single: true },
]
