// What a check of a YAML file found, and where in the file it stands.
import { nearest } from './nearest.ts'
import type { ReadYaml } from './read-yaml.ts'

/** Names and positions from the top of the file down. */
export type Path = readonly (string | number)[]

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

/** A finding with its place, as every checker reports it. */
export type FileFault = {
  severity: Severity
  file: string
  line: number
  column: number
  /** Path in the file, `targets[3].need.atLeast`. */
  at: string
  /** What is wrong, in Chinese. */
  message: string
  /** How to mend it, in Chinese. */
  mend: string
}

/** In the order of the file. */
export function placed(findings: readonly Finding[], { positionOf }: ReadYaml, file: string): FileFault[] {
  const faults = findings.map(({ path, message, mend, severity = 'error', key = false }) => ({
    severity,
    file,
    ...positionOf(path, key),
    at: pathWords(path),
    message,
    mend,
  }))
  return faults.sort((a, b) => a.line - b.line || a.column - b.column)
}

/** `targets[3].need.atLeast` */
const pathWords = (path: Path): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at === 0 ? '' : '.'}${step}`)).join('')
