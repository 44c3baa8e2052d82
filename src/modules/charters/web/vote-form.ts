// What is typed into the record of a vote, and what is still wrong with it.
import type { Given } from '../../../kernel/endpoint.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import type { Vote } from '../charter.ts'
import type { chartersApi } from '../charters-api.ts'
import { countFaults } from '../vote-rules.ts'

export const countLabels = {
  entitled: '应到',
  present: '实到',
  inFavour: '赞成',
  against: '反对',
  abstaining: '弃权',
} as const

export type Counts = Record<keyof typeof countLabels, number | null>
export type VoteTyped = Counts & {
  heldOn: string | null
  place: string
  recorder: string
  inForceOn: string | null
}

type VoteBody = Omit<NonNullable<Given<typeof chartersApi.vote>['body']>, 'revision'>

export const emptyVote = (members: number | null): VoteTyped => ({
  ...{ heldOn: null, place: '', recorder: '', inForceOn: null },
  ...{ entitled: members, present: null, inFavour: null, against: null, abstaining: null },
})

/** A vote on record as it can be typed over. */
export const typedVote = (vote: Vote): VoteTyped => ({ ...vote, inForceOn: null })

/** The vote as it can be sent, or what stands in the way, by field. Against and abstaining left empty are none. */
export function filledVote(typed: VoteTyped): {
  vote: VoteBody | null
  faults: Partial<Record<keyof VoteTyped, string>>
} {
  const faults: Partial<Record<keyof VoteTyped, string>> = {}
  const heldOn = dayFromText(typed.heldOn ?? '')
  const inForceOn = typed.inForceOn === null ? null : dayFromText(typed.inForceOn)
  if (!heldOn) faults.heldOn = '请填写日期，例如 2023-08-20'
  if (typed.inForceOn !== null && !inForceOn) faults.inForceOn = '请填写日期，或者空着'
  if (typed.place.trim() === '') faults.place = '请填写在哪里开的会'
  if (typed.recorder.trim() === '') faults.recorder = '请填写谁记录的'
  for (const field of ['entitled', 'present', 'inFavour'] as const)
    if (typed[field] === null) faults[field] = '请填写'
  const counts = countsOf(typed)
  for (const { at, message } of Object.keys(faults).length === 0 ? countFaults(counts) : [])
    faults[at as keyof VoteTyped] ??= message
  const isReady = heldOn !== null && Object.keys(faults).length === 0
  const words = { place: typed.place.trim(), recorder: typed.recorder.trim() }
  return { vote: isReady ? { ...counts, ...words, heldOn, inForceOn } : null, faults }
}

const countsOf = (typed: Counts) => ({
  entitled: typed.entitled ?? 0,
  present: typed.present ?? 0,
  inFavour: typed.inFavour ?? 0,
  against: typed.against ?? 0,
  abstaining: typed.abstaining ?? 0,
})
