// The filters of the hubs' page as they stand in its address.
import type { UrlState } from '../../../ui/use-url-state.ts'
import type { TownshipFilterQuery } from './hub-queries.ts'

/** Values that no choice knows are left out instead of failing the page. */
export function filterOf(url: UrlState): TownshipFilterQuery {
  const area = url.one('area')
  const without = url.one('without')
  const service = url.many('service').filter((one) => /^[a-z][A-Za-z]{1,30}$/.test(one))
  return {
    ...(area && /^\d{12}$/.test(area) && { area }),
    ...((without === 'true' || without === 'false') && { without }),
    ...(service.length > 0 && { service }),
  }
}
