// Where and when a programme is looked at: the area and the day stand in the address, so that a view can be sent on.
import { useSearchParams } from 'react-router'
import { searchOf } from '../../../ui/call.ts'

/** Without an area: the highest one the reader may see. Without a day: today. */
export type Place = { area?: string | undefined; asOf?: string | undefined }

export function usePlace(): Place {
  const [search] = useSearchParams()
  return placeIn(search)
}

export const placeIn = (search: URLSearchParams): Place => ({
  area: search.get('area') ?? undefined,
  asOf: search.get('asOf') ?? undefined,
})

type View = Place & { target?: string | undefined; state?: string | undefined }

/** Address of a programme's page, with the chosen target and the state that is filtered for. */
export const programmePath = (id: string, { area, asOf, target, state }: View = {}): string =>
  withSearch(`/programmes/${id}`, { area, asOf, target, state })

/** How one target is read: `read` each unit by itself, `list` and `order` of the areas below. */
export type Reading = { read?: string | undefined; list?: string | undefined; order?: string | undefined }

export const targetPath = (id: string, target: string, view: Place & Reading = {}): string => {
  const { area, asOf, read, list, order } = view
  return withSearch(`/programmes/${id}/targets/${target}`, { area, asOf, read, list, order })
}

export const ruralUrbanPath = (
  id: string,
  view: Place & { measure?: string; side?: string } = {},
): string => {
  const { area, asOf, measure, side } = view
  return withSearch(`/programmes/${id}/rural-urban`, { area, asOf, measure, side })
}

const withSearch = (path: string, query: Record<string, string | undefined>): string => {
  const search = searchOf(query)
  return search ? `${path}?${search}` : path
}
