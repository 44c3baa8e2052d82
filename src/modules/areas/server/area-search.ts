// Finds areas by Chinese, pinyin, initials or code within what the person may see.
import type { Context } from '../../../platform/context.ts'
import { type AreaLevel, areaLevels } from '../area.ts'
import type { AreaHit } from '../areas-api.ts'
import { bareText } from '../fold-text.ts'
import { queryTokens } from '../search-text.ts'
import { codeHits, insideHits, prefixHits, type Search, searchable, topAreas } from './area-store.ts'

export type AreaQuery = {
  q: string
  within?: string | undefined
  level?: AreaLevel | undefined
  limit: number
}

/** Best first: the code, names that begin with the text, initials, pinyin, then names that hold it. */
export async function searchAreas(ctx: Context, query: AreaQuery): Promise<AreaHit[]> {
  const typed = bareText(query.q)
  if (typed === '' && !query.within) return topAreas(ctx, query.limit)
  const condition = await searchable(ctx, query.within)
  const search: Search = { condition, limit: query.limit, levels: query.level ? [query.level] : areaLevels }
  const found = new Map<string, AreaHit>()
  for (const ways of waysOf(ctx, typed, search)) {
    for (const hit of await ways()) found.set(hit.code, found.get(hit.code) ?? hit)
    if (found.size >= query.limit) break
  }
  return [...found.values()].slice(0, query.limit)
}

function waysOf(ctx: Context, typed: string, search: Search): (() => Promise<AreaHit[]>)[] {
  if (/^\d{2,12}$/.test(typed))
    return [() => codeHits(ctx.db, typed, search), () => insideHits(ctx.db, queryTokens(typed), search)]
  if (/^[a-z]+$/.test(typed)) {
    return [
      () => prefixHits(ctx.db, 'initials', typed, search),
      () => prefixHits(ctx.db, 'pinyin', typed, search),
      () => insideHits(ctx.db, queryTokens(typed), search),
    ]
  }
  const inside = () =>
    typed.length > 1 ? insideHits(ctx.db, queryTokens(typed), search) : Promise.resolve([])
  return [() => prefixHits(ctx.db, 'short_name', typed, search), inside]
}
