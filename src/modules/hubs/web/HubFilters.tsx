// What narrows the list of townships: where, with or without a hub, with which services.
import type { ReactNode } from 'react'
import { chipsOf } from '../../../ui/ChoiceChips.tsx'
import { Filters } from '../../../ui/FilterRows.tsx'
import type { UrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'

type Props = { url: UrlState; offered: Readonly<Record<string, string>> }

export function HubFilters({ url, offered }: Props): ReactNode {
  const rows = [
    {
      key: 'without',
      title: '有没有枢纽',
      options: chipsOf({ true: '还没有的', false: '有的' }),
      single: true,
    },
    { key: 'service', title: '提供的服务', options: chipsOf(offered) },
  ] as const
  return (
    <Filters url={url} rows={rows}>
      <AreaFilter url={url} label="在哪个区划里看" />
    </Filters>
  )
}
