// The filters of the page of platforms as they stand in its address.
import type { UrlState } from '../../../ui/use-url-state.ts'
import { type PlatformKind, type PlatformLevel, platformKinds, platformLevels } from '../platform.ts'
import type { CoverageQuery } from './support-queries.ts'

const isKind = (text: string): text is PlatformKind => Object.hasOwn(platformKinds, text)
const isLevel = (text: string): text is PlatformLevel => Object.hasOwn(platformLevels, text)

/** Values that no choice knows are left out instead of failing the page. */
export function kindsOf(url: UrlState) {
  const area = url.one('area')
  const [kind, level] = [url.many('kind').filter(isKind), url.many('level').filter(isLevel)]
  return {
    ...(area && /^\d{12}$/.test(area) && { area }),
    ...(kind.length > 0 && { kind }),
    ...(level.length > 0 && { level }),
  }
}

export const units = { county: '县（市、区）', township: '街道（乡镇）', community: '社区（村）' } as const
export type Unit = keyof typeof units

const isUnit = (text: string): text is Unit => Object.hasOwn(units, text)

/** Unless one is chosen, the units directly below the reader's posting. */
export function coverageOf(url: UrlState, own: string | undefined): CoverageQuery & { by: Unit } {
  const [by = '', without] = [url.one('by'), url.one('without')]
  return {
    ...kindsOf(url),
    by: isUnit(by) ? by : unitBelow(own),
    ...((without === 'true' || without === 'false') && { without }),
  }
}

export const unitBelow = (own: string | undefined): Unit => below[own ?? ''] ?? 'township'

const below: Readonly<Record<string, Unit>> = {
  province: 'county',
  city: 'county',
  county: 'township',
  township: 'community',
  community: 'community',
}
