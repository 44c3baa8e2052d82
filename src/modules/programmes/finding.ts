// What a check of a pack found, before it has a place in the file.
import type { Path } from './filter.ts'
import { nearest } from './nearest.ts'

export type Severity = 'error' | 'warning'

/** `key`: the name at the end of the path is wrong, not what it says. */
export type Finding = { path: Path; message: string; mend: string; severity?: Severity; key?: boolean }
export type Find = (finding: Finding) => void

/** "是否想写 organizations？", or what could have been written. */
export function suggest(wrong: string, known: readonly string[]): string {
  const meant = nearest(wrong, known)
  if (meant !== null) return `是否想写 ${meant}？`
  if (known.length === 0) return '这里还没有可用的名称，请先定义'
  const shown = known.slice(0, 20).join(', ')
  return `可用的有：${shown}${known.length > 20 ? ' 等' : ''}`
}
