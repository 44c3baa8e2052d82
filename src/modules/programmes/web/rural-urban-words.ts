// Rural beside urban in words.
import { percent, plain } from '../number-words.ts'
import type { RuralUrban } from '../programmes-api.ts'

export const sideTitles = { urban: '城市社区', rural: '农村社区', above: '不在社区' } as const
export type Side = keyof typeof sideTitles

/** "农村社区平均 2.1 个，城市社区 5.3 个；农村是城市的 39.6%。" */
export function ruralUrbanSentence({ urban, rural, share, unit, collected }: RuralUrban): string {
  if (!collected) return '农村社区和城市社区并排比较，看哪边薄弱。'
  if (rural.perCommunity === null) return '这里没有农村社区（村），没有可比的。'
  if (urban.perCommunity === null) return '这里没有城市社区，没有可比的。'
  const average = `每个农村社区（村）平均 ${numberOr(rural.perCommunity)} ${unit}，城市社区 ${numberOr(urban.perCommunity)} ${unit}`
  return share.perCommunity === null
    ? `${average}。`
    : `${average}；农村是城市的 ${percent(share.perCommunity)}。`
}

/** "—" where nothing can be said. Below ten two decimals, cut off: a little is not nothing. */
export function numberOr(value: number | null): string {
  if (value === null) return '—'
  if (value > 0 && value < 0.01) return '不到 0.01'
  return value < 10 ? String(Math.floor(value * 100 + 1e-7) / 100) : plain(value)
}
export const shareOr = (value: number | null): string => (value === null ? '—' : percent(value))
