// Which buttons a title has for its reader, and why one of them cannot be used now.
import type { Day } from '../../../kernel/time.ts'
import type { HonorInFull, HonorStatus } from '../honor.ts'
import { whyNotAward } from '../honor-rules.ts'

export type Act = {
  name: 'pass' | 'award' | 'refuse' | 'edit' | 'retract' | 'withdraw' | 'annul'
  label: string
  /** Why it cannot be used now; null when it can. */
  why: string | null
  primary: boolean
}

const decided: Record<HonorStatus, readonly Act['name'][]> = {
  nominated: ['pass', 'refuse'],
  noticed: ['award', 'refuse'],
  awarded: ['withdraw', 'annul'],
  refused: [],
  withdrawn: [],
  retracted: [],
  annulled: [],
}

const labels: Record<Act['name'], string> = {
  pass: '通过评审',
  award: '公布',
  refuse: '不予通过',
  edit: '修改',
  retract: '撤回提名',
  withdraw: '撤销称号',
  annul: '登记有误，作废',
}

export function actsOf(honor: HonorInFull, today: string): Act[] {
  const { status, may } = honor
  const own: Act['name'][] = status === 'nominated' ? ['edit', 'retract'] : []
  const names = [
    ...(may.includes('honor.decide') ? decided[status] : []),
    ...(may.includes('honor.nominate') ? own : []),
  ]
  return names.map((name) => ({
    name,
    label: labels[name],
    why: name === 'award' ? (whyNotAward(honor, today as Day)?.message ?? null) : null,
    primary: name === 'pass' || name === 'award',
  }))
}
