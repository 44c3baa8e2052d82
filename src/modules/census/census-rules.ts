// What a census refuses, and why: its lifecycle, answers, finishing, closing.
import { Problem } from '../../kernel/problem.ts'
import { type Day, daysBetween } from '../../kernel/time.ts'
import type { Census, CensusStatus, Tally } from './census.ts'
import { censusStatuses } from './census.ts'

/** draft → open → closed → open …; draft → discarded. */
export const steps = {
  open: { from: 'draft', to: 'open', word: '开始' },
  close: { from: 'open', to: 'closed', word: '结束' },
  reopen: { from: 'closed', to: 'open', word: '重新打开' },
  discard: { from: 'draft', to: 'discarded', word: '作废' },
} as const satisfies Record<string, { from: CensusStatus; to: CensusStatus; word: string }>
export type Step = keyof typeof steps

/** Why a step cannot be taken now, or null. */
export function whyNot(step: Step, { status }: { status: CensusStatus }): Problem | null {
  if (steps[step].from === status) return null
  return new Problem(409, {
    code: 'census.notFromHere',
    message: `这次摸底现在是“${censusStatuses[status]}”，不能${steps[step].word}。`,
    mend: '请刷新页面看它现在的状态。',
  })
}

/** Title, order and deadline may change until it is closed; the area only before it is open. */
export function whyNotEdit(
  { status, area }: Pick<Census, 'status' | 'area'>,
  draft: { area: string },
): Problem | null {
  if (status !== 'draft' && status !== 'open')
    return new Problem(409, {
      code: 'census.notEditable',
      message: `这次摸底${censusStatuses[status]}，不能再修改。`,
      mend: '已结束的可以先重新打开。',
    })
  if (status === 'draft' || draft.area === area) return null
  return new Problem(422, {
    code: 'census.areaFixed',
    message: '开始以后不能再换区划：各社区已经在核对。',
    mend: '请另建一次摸底，或改回原来的区划。',
    faults: [{ at: 'area', message: '开始以后不能再换' }],
  })
}

/** A deadline that has passed already helps nobody. */
export function whyNotDue(dueOn: Day, today: Day): Problem | null {
  if (dueOn >= today) return null
  return new Problem(422, {
    code: 'census.dueInPast',
    message: `截止日期（${dueOn}）已经过去 ${daysBetween(dueOn, today)} 天。`,
    mend: '请填写今天或以后的日期。',
    faults: [{ at: 'dueOn', message: '不能早于今天' }],
  })
}

/** Nobody is asked twice for the same: one open campaign at a place. `other` is the one that reaches into the area. */
export function whyNotOver(other: { title: string; areaName: string } | null): Problem | null {
  if (!other) return null
  return new Problem(409, {
    code: 'census.alreadyOpen',
    message: `${other.areaName}正在进行“${other.title}”，同一个社区不能同时被摸底两次。`,
    mend: '请等那一次结束，或把区划改成不重叠的。',
  })
}

/** Answers are taken while the campaign is open. */
export function whyNotAnswer({ status, closedOn }: Pick<Census, 'status' | 'closedOn'>): Problem | null {
  if (status === 'open') return null
  const words = {
    draft: '这次摸底还没有开始。',
    closed: `这次摸底已于 ${closedOn} 结束，数字已经封存。`,
    discarded: '这次摸底已经作废。',
  }
  return new Problem(409, {
    code: 'census.notOpen',
    message: words[status],
    mend: '情况有变化的，直接在组织名录里修改；确需补报，请联系布置的人重新打开。',
  })
}

/** A place is finished when every organization has an answer; 暂时说不清 is one. */
export function whyNotFinish(open: number): Problem | null {
  if (open === 0) return null
  return new Problem(422, {
    code: 'census.notAllAnswered',
    message: `还有 ${open} 个组织没有核对。`,
    mend: '一时说不清的，选“暂时说不清”也算核对过。',
  })
}

/** What stands against closing without a word of explanation, or null. */
export function unfinishedWords({ places, finished, organizations, answered }: Tally): string | null {
  if (finished === places) return null
  const open = organizations - answered
  return `还有 ${places - finished} 个社区（村）没有走完${open > 0 ? `，${open} 个组织没有核对` : ''}`
}

/** Closing early is lawful, with a reason. */
export function whyNotClose(tally: Tally, reason: string | null): Problem | null {
  const unfinished = unfinishedWords(tally)
  if (unfinished === null || reason !== null) return null
  return new Problem(422, {
    code: 'census.unfinished',
    message: `${unfinished}。`,
    mend: '要现在结束，请写明原因；没有核对的组织按名录中的样子封存。',
    faults: [{ at: 'reason', message: '请写明为什么现在结束' }],
  })
}
