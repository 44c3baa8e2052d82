// The filters of the lists of workers and rewards, from the address.
import { type RewardStatus, rewardStatuses } from '../reward.ts'
import {
  type CertifiedGrade,
  certifiedGrades,
  type Employment,
  employments,
  type Grade,
  grades,
} from '../worker.ts'
import type { FilterQuery, RewardQuery } from './worker-queries.ts'

export const states = { working: '在岗', left: '已离开', all: '全部' } as const
type State = keyof typeof states

export const filterKeys = ['area', 'q', 'grade', 'employment', 'state', 'expiring']
export const rewardFilterKeys = ['area', 'q', 'status', 'grade']

const isIn =
  <K extends string>(table: Readonly<Record<K, string>>) =>
  (text: string | null): text is K =>
    text !== null && Object.hasOwn(table, text)

const some = <T>(key: string, chosen: readonly T[]) => (chosen.length > 0 ? { [key]: chosen } : {})

export function filterOf(search: URLSearchParams): FilterQuery {
  const state = search.get('state')
  return {
    ...wordsOf(search),
    ...some<Grade>('grade', search.getAll('grade').filter(isIn(grades))),
    ...some<Employment>('employment', search.getAll('employment').filter(isIn(employments))),
    ...(isIn(states)(state) && { state: state satisfies State }),
    ...(search.get('expiring') === 'true' && { expiring: 'true' as const }),
  }
}

export const rewardFilterOf = (search: URLSearchParams): RewardQuery => ({
  ...wordsOf(search),
  ...some<RewardStatus>('status', search.getAll('status').filter(isIn(rewardStatuses))),
  ...some<CertifiedGrade>('grade', search.getAll('grade').filter(isIn(certifiedGrades))),
})

function wordsOf(search: URLSearchParams): { area?: string; q?: string } {
  const [area, q] = [search.get('area'), search.get('q')]
  return { ...(area && { area }), ...(q && { q }) }
}
