// One sentence about the areas below one: how many, and how many of them urban and rural.
import { levelNouns, settlementLabels } from '../area.ts'
import type { Child } from './areas-queries.ts'

/** "21 个社区（村）：城市社区 8，农村社区 13。" */
export function summary(rows: readonly Child[]): string {
  const [first] = rows
  if (!first) return ''
  const head = `${rows.length} 个${levelNouns[first.level]}`
  if (first.level !== 'community') return `${head}。点名称看下一级。`
  const counted = rows.filter((row) => !row.virtual)
  const parts = (['urban', 'rural', 'unknown'] as const)
    .map((kind) => [settlementLabels[kind], counted.filter((row) => row.settlement === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([label, count]) => `${label} ${count}`)
  const virtual = rows.length - counted.length
  return `${head}：${[...parts, ...(virtual > 0 ? [`虚拟社区 ${virtual}（不计数）`] : [])].join('，')}。`
}
