// The words and tones of censuses.
import type { Tone } from '../../../ui/StateTag.tsx'
import type { CensusStatus, Outcome } from '../census.ts'

export const statusTones = {
  draft: 'none',
  open: 'onCourse',
  closed: 'met',
  discarded: 'none',
} as const satisfies Record<CensusStatus, Tone>

export const outcomeTones = {
  confirmed: 'met',
  corrected: 'met',
  added: 'met',
  dormant: 'behind',
  gone: 'none',
  unsure: 'judged',
} as const satisfies Record<Outcome, Tone>

/** 3 / 12. */
export const ofAll = (part: number, all: number): string =>
  `${part.toLocaleString('zh-CN')} / ${all.toLocaleString('zh-CN')}`

/** `/censuses/…/walk?area=…` */
export const walkPath = (census: string, area: string): string => `/censuses/${census}/walk?area=${area}`
export const censusPath = (census: string, area?: string): string =>
  `/censuses/${census}${area ? `?area=${area}` : ''}`
