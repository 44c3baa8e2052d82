// When a vote can stand, and what it decides.
import { type Fault, Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import type { Share } from '../rules/keys/charters-keys.ts'
import type { CharterRules, VoteDraft } from './charter.ts'
import type { CharterForm } from './charter-form.ts'
import { neededOf, shareWords, stricter } from './shares.ts'

/** What a vote must reach, and who says so. */
export type Demands = { quorum: Share; majority: Share; source: string }

/** A first charter is adopted by the place's rules; a change by those of the charter in force where they ask for more. */
export function demandsOf(
  rules: CharterRules,
  { amends, formInForce }: { amends: boolean; formInForce: CharterForm | null },
): Demands {
  const quorum = rules['charters.quorum']
  if (!amends) return { quorum, majority: rules['charters.majority'], source: '本地规定' }
  const majority = rules['charters.amendMajority']
  return {
    quorum: formInForce?.quorum ? stricter(formInForce.quorum, quorum) : quorum,
    majority: formInForce?.amendMajority ? stricter(formInForce.amendMajority, majority) : majority,
    source: formInForce ? '现行章程和本地规定' : '本地规定（修改章程）',
  }
}

export type Outcome = {
  result: 'adopted' | 'refused'
  isQuorate: boolean
  /** How many must be present, and how many in favour. */
  needed: { present: number; inFavour: number }
  because: string
}

/** What a vote that can stand decides, with the reason in words. */
export function outcomeOf(vote: Counts, { quorum, majority }: Demands): Outcome {
  const needed = {
    present: neededOf(quorum, vote.entitled),
    inFavour: neededOf(majority, vote.present),
  }
  const isQuorate = vote.present >= needed.present
  const isCarried = vote.inFavour >= needed.inFavour
  return {
    result: isQuorate && isCarried ? 'adopted' : 'refused',
    isQuorate,
    needed,
    because: isQuorate
      ? `到会 ${vote.present} 人，赞成 ${vote.inFavour} 人，${isCarried ? '达到' : '没有达到'}到会成员的${shareWords(majority)}（${needed.inFavour} 人）`
      : `应到 ${vote.entitled} 人，到会 ${vote.present} 人，没有达到${shareWords(quorum)}（${needed.present} 人）`,
  }
}

type Counts = Pick<VoteDraft, 'entitled' | 'present' | 'inFavour' | 'against' | 'abstaining'>

/** Why a vote cannot be recorded, all reasons at once, or null. `inForceOn` null: it enters into force later. */
export function whyNotVote(vote: VoteDraft, inForceOn: Day | null, today: Day): Problem | null {
  const faults = [...countFaults(vote), ...dayFaults(vote.heldOn, inForceOn, today)]
  if (faults.length === 0) return null
  return new Problem(422, {
    code: 'charter.voteImpossible',
    message: `${faults.map(({ message }) => message).join('；')}。`,
    mend: '请对照会议记录核对这些数字和日期。',
    faults,
  })
}

/** What the numbers of a vote contradict. */
export function countFaults({ entitled, present, inFavour, against, abstaining }: Counts): Fault[] {
  const faults: Fault[] = []
  const cast = inFavour + against + abstaining
  if (entitled < 1) faults.push({ at: 'entitled', message: '应到至少 1 人' })
  if (present < 1) faults.push({ at: 'present', message: '没有人到会，就没有表决' })
  if (present > entitled)
    faults.push({
      at: 'present',
      message: `到会 ${present} 人，多于应到的 ${entitled} 人（多 ${present - entitled} 人）`,
    })
  if (cast !== present) faults.push({ at: 'inFavour', message: castWords(cast, present) })
  return faults
}

const castWords = (cast: number, present: number): string =>
  `赞成、反对、弃权加起来 ${cast} 票，到会 ${present} 人，${cast > present ? `多出 ${cast - present} 票` : `少 ${present - cast} 票（没有投票的算弃权）`}`

function dayFaults(heldOn: Day, inForceOn: Day | null, today: Day): Fault[] {
  const faults: Fault[] = []
  if (heldOn > today) faults.push({ at: 'heldOn', message: `会议日期（${heldOn}）还没有到` })
  if (inForceOn !== null && inForceOn < heldOn)
    faults.push({ at: 'inForceOn', message: `生效日期（${inForceOn}）早于表决日期（${heldOn}）` })
  if (inForceOn !== null && inForceOn > today) faults.push({ at: 'inForceOn', message: notYet(inForceOn) })
  return faults
}

const notYet = (day: Day): string => `生效日期（${day}）还没有到：请先留空，到那一天再办“生效”`

export type Before = { heldOn: Day | null; inForceOn: Day | null }

/**
 * Why a version cannot enter into force on a day, or null: after its vote, after the version before it began, not in the
 * future.
 */
export function whyNotForce(on: Day, { heldOn, inForceOn }: Before, today: Day): Problem | null {
  const message = forceFault(on, { heldOn, inForceOn }, today)
  if (message === null) return null
  return new Problem(422, {
    code: 'charter.forceImpossible',
    message: `${message}。`,
    mend: '请核对生效日期。',
    faults: [{ at: 'inForceOn', message }],
  })
}

function forceFault(on: Day, { heldOn, inForceOn }: Before, today: Day): string | null {
  if (on > today) return `生效日期（${on}）还没有到`
  if (heldOn !== null && on < heldOn) return `生效日期（${on}）早于表决日期（${heldOn}）`
  if (inForceOn !== null && on <= inForceOn)
    return `生效日期（${on}）不晚于现行章程的生效日期（${inForceOn}）`
  return null
}
