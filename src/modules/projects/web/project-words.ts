// How projects are put into words: states, days, money, people.
import { yuanText } from '../../../kernel/money.ts'
import type { Tone } from '../../../ui/StateTag.tsx'
import type { ProjectLine, ProjectStatus } from '../project.ts'

export const statusTones: Record<ProjectStatus, Tone> = {
  planned: 'none',
  running: 'onCourse',
  finished: 'met',
  stopped: 'behind',
}

export const actionWords: Readonly<Record<string, string>> = {
  'project.plan': '登记计划',
  'project.edit': '改计划',
  'project.begin': '开始实施',
  'project.finish': '结项',
  'project.correct': '更正结果',
  'project.stop': '中止',
}

/** 2023-03-01 至 2023-06-30; 2023-03-01 起. */
export const daysText = ({ startsOn, endsOn }: Pick<ProjectLine, 'startsOn' | 'endsOn'>): string =>
  endsOn ? `${startsOn} 至 ${endsOn}` : `${startsOn} 起`

export const yuan = (fen: number | null): string => (fen === null ? '不详' : `${yuanText(fen)} 元`)
export const people = (count: number | null): string => (count === null ? '不详' : `${count} 人`)
