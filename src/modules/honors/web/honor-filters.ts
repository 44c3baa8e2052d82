// The filters of the list of titles in the address.
import { honorKinds, honorLevels, honorStates, honorSubjects } from '../honor.ts'
import type { FilterQuery } from './honor-queries.ts'

export const filterKeys = ['area', 'q', 'kind', 'subject', 'level', 'state', 'year', 'ids'] as const

/** What of the address is a filter; anything else is left out. */
export function filterOf(search: URLSearchParams): FilterQuery {
  const [area, q, year, ids] = ['area', 'q', 'year', 'ids'].map((name) => search.get(name))
  return {
    ...(area && { area }),
    ...(q && { q }),
    ...(ids && { ids }),
    ...(year && /^2[01]\d\d$/.test(year) && { year: Number(year) }),
    ...chosen(search, 'kind', honorKinds),
    ...chosen(search, 'subject', honorSubjects),
    ...chosen(search, 'level', honorLevels),
    ...chosen(search, 'state', honorStates),
  }
}

function chosen<K extends string, V extends string>(
  search: URLSearchParams,
  key: K,
  table: Readonly<Record<V, string>>,
): { [P in K]?: V[] } {
  const known = search.getAll(key).filter((one): one is V => Object.hasOwn(table, one))
  return known.length > 0 ? ({ [key]: known } as { [P in K]?: V[] }) : {}
}
