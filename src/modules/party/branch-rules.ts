// What a branch may be: how many organizations, how it is led, when it begins and ends. (支部工作条例 第二章、第六章)
import { type Fault, Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import type { Rules } from '../rules/rule-keys.ts'
import type { BranchKind } from './party.ts'

type Size = Pick<Rules, 'party.jointAtMost' | 'party.branchAtMost'>

/** Why organizations cannot form or join a branch, or null. `organizations` and `members` count all that it would have. */
export function whyNotUnite(
  kind: BranchKind,
  { organizations, members }: { organizations: number; members: number },
  rules: Size,
): Problem | null {
  const most = rules['party.jointAtMost']
  if (kind === 'joint' && organizations > most)
    return refusal(
      'party.jointTooLarge',
      `联合党支部一般不超过 ${most} 个组织，这样会有 ${organizations} 个。`,
      '请分成两个联合党支部，或者给其中的组织选派党建指导员。',
    )
  if (kind === 'joint' && organizations < 2)
    return refusal(
      'party.jointOfOne',
      '联合党支部至少要有 2 个组织。',
      '请再选一个组织，或者单独建立党支部。',
    )
  if (members > rules['party.branchAtMost'])
    return refusal(
      'party.branchTooLarge',
      `一个党支部一般不超过 ${rules['party.branchAtMost']} 名党员，这样会有 ${members} 名。`,
      '请分设党支部，或者设立党总支。',
    )
  return null
}

/** Why these members cannot make a branch, or null. (党章第三十条: three full members) */
export function whyTooFew(members: number, rules: Pick<Rules, 'party.branchFrom'>): Problem | null {
  const from = rules['party.branchFrom']
  if (members >= from) return null
  return refusal(
    'party.tooFewMembers',
    `建立党支部要有 ${from} 名以上正式党员（预备党员不计），现在合起来是 ${members} 名。`,
    '请核实党员人数，或者改为联合建立、选派党建指导员。',
  )
}

type Leading = Pick<Rules, 'party.committeeFrom' | 'party.committeeSize'>

/** What is wrong with how a branch is led; `committee` null: a secretary alone. */
export function leadershipFaults(committee: number | null, members: number, rules: Leading): Fault[] {
  const from = rules['party.committeeFrom']
  const { least, most } = rules['party.committeeSize']
  if (committee === null)
    return members < from
      ? []
      : [{ at: 'committee', message: `正式党员 ${members} 名，达到 ${from} 名，应当设支部委员会` }]
  if (members < from)
    return [
      { at: 'committee', message: `正式党员 ${members} 名，不足 ${from} 名，设书记一名即可，不设委员会` },
    ]
  if (committee < least || committee > most)
    return [{ at: 'committee', message: `支部委员会由 ${least}–${most} 人组成` }]
  return []
}

export function whyNotLed(committee: number | null, members: number, rules: Leading): Problem | null {
  const faults = leadershipFaults(committee, members, rules)
  const [first] = faults
  if (!first) return null
  return new Problem(422, {
    code: 'party.leadership',
    message: `${first.message}。`,
    mend: '请按党员人数填写。',
    faults,
  })
}

/** Why something cannot hold from this day on, or null. `after`: a day on which the one before began. */
export function whyNotFrom(
  day: Day,
  today: Day,
  at: string,
  after?: { day: Day; what: string },
): Problem | null {
  if (day > today) return dated(at, `日期（${day}）还没有到。`, '请填写今天或以前的日期。')
  if (day < '1949-10-01') return dated(at, `日期（${day}）早于 1949 年。`, '请核对日期。')
  if (after && day < after.day)
    return dated(at, `日期（${day}）早于${after.what}的日期（${after.day}）。`, '请填写那一天或以后的日期。')
  return null
}

/** A branch that was dissolved takes no records any more. */
export function whyNotStanding(branch: { dissolvedOn: Day | null }): Problem | null {
  if (branch.dissolvedOn === null) return null
  return new Problem(409, {
    code: 'party.dissolved',
    message: `这个党支部已在 ${branch.dissolvedOn} 撤销。`,
    mend: '请刷新页面看它现在的状态。',
  })
}

const dated = (at: string, message: string, mend: string): Problem =>
  new Problem(422, { code: 'party.day', message, mend, faults: [{ at, message }] })

const refusal = (code: string, message: string, mend: string): Problem =>
  new Problem(422, { code, message, mend })
