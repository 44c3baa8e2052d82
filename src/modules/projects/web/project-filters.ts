// The filters of the page of projects as they stand in its address.
import type { UrlState } from '../../../ui/use-url-state.ts'
import { type ProjectStatus, projectStatuses } from '../project.ts'
import type { FilterQuery } from './project-queries.ts'

export const filterKeys = ['area', 'year', 'status'] as const

const isStatus = (text: string): text is ProjectStatus => Object.hasOwn(projectStatuses, text)

/** Values that no choice knows are left out instead of failing the page. */
export function filterOf(url: UrlState): FilterQuery {
  const [area, year] = [url.one('area'), url.one('year')]
  const status = url.many('status').filter(isStatus)
  return {
    ...(area && /^\d{12}$/.test(area) && { area }),
    ...(year && /^20\d\d$/.test(year) && { year: Number(year) }),
    ...(status.length > 0 && { status }),
  }
}
