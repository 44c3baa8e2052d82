// How applications are put into words on pages: states, stations, titles.
import type { Tone } from '../../../ui/StateTag.tsx'
import { tiers } from '../../organizations/choices.ts'
import {
  type Application,
  type ApplicationLine,
  type ApplicationStatus,
  applicationKinds,
  applicationStatuses,
} from '../filing.ts'

const tones: Record<ApplicationStatus, Tone> = {
  draft: 'none',
  confirming: 'onCourse',
  opinion: 'onCourse',
  accepting: 'onCourse',
  correcting: 'behind',
  reviewing: 'onCourse',
  deciding: 'onCourse',
  approved: 'met',
  refused: 'overdue',
  withdrawn: 'none',
}

export const stateOf = ({ status }: Pick<ApplicationLine, 'status'>): { tone: Tone; word: string } => ({
  tone: tones[status],
  word: applicationStatuses[status],
})

/** 申请备案 · 新成立. */
export const askedWords = ({ tier, kind }: Pick<ApplicationLine, 'tier' | 'kind'>): string =>
  `申请${tiers[tier]} · ${applicationKinds[kind]}`

export const titleOf = ({ name, tier }: Pick<ApplicationLine, 'name' | 'tier'>): string =>
  name || `新的${tiers[tier]}申请`

const stations: Partial<Record<ApplicationStatus, string>> = {
  confirming: '社区确认',
  opinion: '社区意见',
  accepting: '受理',
  reviewing: '县区审核',
  deciding: '决定',
  approved: '办结',
}

/** The way of an application as short steps, and where it is. Returned: 补正 stands before where it comes back to. */
export function wayOf({ path, status, returnedFrom }: Application): { steps: string[]; at: number } {
  const steps = ['填写', ...path.map((station) => stations[station] ?? '')]
  if (status === 'draft' || status === 'withdrawn') return { steps, at: 0 }
  if (status === 'approved' || status === 'refused') return { steps, at: steps.length }
  const at = 1 + path.indexOf(returnedFrom ?? status)
  return status === 'correcting' ? { steps: steps.toSpliced(at, 0, '补正'), at } : { steps, at }
}

/** The words with which it was last returned; null when it is not returned. */
export const returnedWords = ({ status, thread }: Application): string | null =>
  status === 'correcting' ? (thread.filter(({ what }) => what === '退回补正').at(-1)?.words ?? null) : null
