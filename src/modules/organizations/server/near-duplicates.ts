// Finds organizations whose names are the same, alike, or sound alike, while a name is being typed.
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { initialsOf } from '../../areas/pinyin.ts'
import { queryTokens } from '../../areas/search-text.ts'
import { nameCore } from '../../naming/name-core.ts'
import { placesOf } from '../../naming/server/index.ts'
import { nearTo } from '../near-names.ts'
import type { NearDuplicate } from '../organizations-api.ts'
import { nearNames } from './near-name-store.ts'

const most = 8

/** Within the county of `area`, the nearest first; those of the same area come before equals of elsewhere. */
export async function nearDuplicates(
  ctx: Context,
  query: { name: string; area: string; except?: string | undefined },
): Promise<z.infer<typeof NearDuplicate>[]> {
  const typed = { name: query.name, places: await placesOf(ctx.db, query.area) }
  const { core, telling } = nameCore(typed.name, typed.places)
  const found = await nearNames(ctx, {
    area: query.area,
    pairs: queryTokens(telling.length > 1 ? telling : core || query.name),
    initials: queryTokens(initialsOf(core || query.name)),
    except: query.except ?? null,
  })
  const nearness = nearTo(typed)
  return found
    .flatMap(({ places, isHere, ...other }) => {
      const near = nearness({ name: other.name, places })
      return near
        ? [{ ...other, why: near.why, likeness: near.likeness, rank: near.likeness + (isHere ? 0.1 : 0) }]
        : []
    })
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ rank: _, ...other }) => ({ ...other, likeness: Math.round(other.likeness * 100) / 100 }))
}
