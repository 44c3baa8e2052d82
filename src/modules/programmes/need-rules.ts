// What must be true of a threshold: one kind, in order, and of the kind that the judgement needs.
import { fault, inside, type Scope } from './check-scope.ts'
import { boundsOf } from './need.ts'
import type { Need } from './pack.ts'

/** Whether the threshold says exactly one thing. */
export function checkNeed(need: Need, scope: Scope): boolean {
  const wrong = oddity(need)
  if (wrong) fault(wrong.key ? inside(scope, wrong.key) : scope, wrong.message, wrong.mend)
  return wrong === null
}

type Oddity = { key?: string; message: string; mend: string }

const kinds = ['atLeast', 'moreThan', 'atMost', 'between', 'about'] as const

function oddity(need: Need): Oddity | null {
  const { about, tolerance, orMore, between } = need
  if (about !== undefined && tolerance === undefined)
    return { message: '「左右」没有写幅度', mend: '请加 tolerance，例如 tolerance: 1 或 10%' }
  if (tolerance !== undefined && about === undefined)
    return { key: 'tolerance', message: 'tolerance 只与 about 同用', mend: '请删去，或改用 about' }
  if (orMore !== undefined && about === undefined && !between)
    return { key: 'orMore', message: 'orMore 只与 between 或 about 同用', mend: '请删去' }
  if (between && between[0] > between[1])
    return { key: 'between', message: '区间的下限大于上限', mend: '请对调' }
  return boundsOf(need) ? null : notOne(kinds.filter((key) => need[key] !== undefined))
}

const notOne = (written: readonly string[]): Oddity => ({
  message: written.length === 0 ? '没有写要求多少' : `要求写了几种：${written.join('、')}`,
  mend: `请只写 ${kinds.join(', ')} 中的一种`,
})

/** Records come whole: 80% of a record is a threshold of the wrong kind. */
export function checkWholeNumber(need: Need, scope: Scope): void {
  if (!checkNeed(need, scope)) return
  const low = boundsOf(need)?.low ?? null
  if (low === null || low <= 0 || low >= 1) return
  fault(
    scope,
    `数量不能是 ${low * 100}%`,
    '要求占比，请用 judge: share（单位的占比）或 shareOf（数量的占比）',
  )
}

export function checkFraction(need: Need, scope: Scope): void {
  const bounds = checkNeed(need, scope) ? boundsOf(need) : null
  if (!bounds) return
  const most = Math.max(bounds.low ?? 0, bounds.high ?? 0)
  if (most > 1) fault(scope, `占比 ${most} 超过 100%`, `是否想写 ${most}%？`)
  if (bounds.strict && bounds.low === 1) fault(scope, '占比不能超过 100%', '请用 atLeast: 100%')
}
