// The list's filters as they stand in the page's address.
import { categories, legalForms, organizationStatuses, partyPresences, tiers } from '../choices.ts'
import { fieldLabels } from '../organization-fields.ts'
import { sortKeys } from '../organizations-api.ts'
import type { FilterQuery, ListQuery } from './organization-queries.ts'

/** Filters of which several choices may hold at once. */
export const choiceFilters = {
  category: { label: fieldLabels.category, choices: categories },
  tier: { label: fieldLabels.tier, choices: tiers },
  status: { label: '状态', choices: organizationStatuses },
  legalForm: { label: fieldLabels.legalForm, choices: legalForms },
  partyPresence: { label: fieldLabels.partyPresence, choices: partyPresences },
} as const satisfies Record<string, { label: string; choices: Readonly<Record<string, string>> }>

export type ChoiceFilter = keyof typeof choiceFilters

/** Rarely used ones; folded away until somebody asks or one of them is set. */
export const rareFilters = ['legalForm', 'partyPresence', 'hub'] as const

export const filterKeys = [
  'area',
  'q',
  'category',
  'tier',
  'status',
  'legalForm',
  'partyPresence',
  'hub',
] as const

/** What an address asks for; values that no choice knows are left out instead of failing the page. */
export function filterOf(search: URLSearchParams): FilterQuery {
  const area = search.get('area')
  const q = search.get('q')?.trim()
  const hub = search.get('hub')
  return {
    ...(area && /^\d{12}$/.test(area) && { area }),
    ...(q && { q: q.slice(0, 60) }),
    ...choicesOf(search),
    ...((hub === 'true' || hub === 'false') && { hub }),
  }
}

/** The same with sorting; `after` is the key of the page. */
export function listQueryOf(search: URLSearchParams, after: string | undefined): ListQuery {
  return { ...filterOf(search), ...sortOf(search), ...(after && { after }) }
}

export function sortOf(search: URLSearchParams): { sort: keyof typeof sortKeys; order: 'asc' | 'desc' } {
  const asked = search.get('sort') ?? ''
  const sort = Object.hasOwn(sortKeys, asked) ? (asked as keyof typeof sortKeys) : 'name'
  return { sort, order: search.get('order') === 'desc' ? 'desc' : 'asc' }
}

function choicesOf(search: URLSearchParams): Partial<Pick<FilterQuery, ChoiceFilter>> {
  const names = Object.keys(choiceFilters) as ChoiceFilter[]
  const known = names.map((name) => [
    name,
    search.getAll(name).filter((value) => Object.hasOwn(choiceFilters[name].choices, value)),
  ])
  return Object.fromEntries(known.filter(([, values]) => (values?.length ?? 0) > 0))
}
