// The list's filters as they stand in the page's address.
import { tiers } from '../../organizations/choices.ts'
import { applicationStatuses } from '../filing.ts'
import type { ListQuery } from './filing-queries.ts'

export const listKeys = ['status', 'tier', 'overdue', 'area', 'ids'] as const

/** What an address asks for; values that no choice knows are left out instead of failing the page. */
export function filterOf(search: URLSearchParams): ListQuery {
  const area = search.get('area')
  const ids = search.get('ids')
  return {
    ...known(search, 'status', applicationStatuses),
    ...known(search, 'tier', tiers),
    ...(search.get('overdue') === 'true' && { overdue: 'true' }),
    ...(area && /^\d{12}$/.test(area) && { area }),
    ...(ids && { ids }),
  }
}

function known<K extends string, V extends string>(
  search: URLSearchParams,
  key: K,
  choices: Readonly<Record<V, string>>,
): Partial<Record<K, V[]>> {
  const values = search.getAll(key).filter((value): value is V => Object.hasOwn(choices, value))
  return values.length > 0 ? ({ [key]: values } as Record<K, V[]>) : {}
}
