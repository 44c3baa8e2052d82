// Finds organizations whose names are the same, alike, or sound alike, while a name is being typed.
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { bareText } from '../../areas/fold-text.ts'
import { pinyinOf } from '../../areas/pinyin.ts'
import { queryTokens } from '../../areas/search-text.ts'
import { likeness } from '../likeness.ts'
import type { NearDuplicate } from '../organizations-api.ts'
import { nearNames } from './organization-store.ts'

const alike = 0.6
const most = 8

/** Within the county of `area`, the most alike first. */
export async function nearDuplicates(
  ctx: Context,
  query: { name: string; area: string; except?: string | undefined },
): Promise<z.infer<typeof NearDuplicate>[]> {
  const pinyin = pinyinOf(query.name)
  const found = await nearNames(ctx, {
    area: query.area,
    tokens: queryTokens(bareText(query.name)),
    pinyin,
    except: query.except ?? null,
  })
  return found
    .map((other) => judged(query.name, pinyin, other))
    .filter((other) => other.why !== '')
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
}

type Found = { id: string; name: string; areaName: string; pinyin: string }

function judged(name: string, pinyin: string, { pinyin: otherPinyin, ...other }: Found) {
  const value = likeness(name, other.name)
  const why = value === 1 ? '同名' : otherPinyin === pinyin ? '读音相同' : value >= alike ? '名称相近' : ''
  return { ...other, likeness: Math.round(value * 100) / 100, why }
}
