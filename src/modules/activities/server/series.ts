// The series (主题活动系列) of the programmes in force at an area, from their packs.
import { z } from 'zod'
import { readYaml } from '../../../kernel/yaml/read-yaml.ts'
import type { Context } from '../../../platform/context.ts'
import type { SeriesChoice } from '../activity.ts'
import { packsAt } from './series-store.ts'

/** Those of the programme of the lowest area come first; of two with the same id the first counts. */
export async function seriesAt(ctx: Context, area: string): Promise<SeriesChoice[]> {
  const packs = await packsAt(ctx.db, area, ctx.today)
  const found = new Map<string, SeriesChoice>()
  for (const { key, text } of packs)
    for (const one of known.get(key) ?? keep(key, text)) if (!found.has(one.id)) found.set(one.id, one)
  return [...found.values()]
}

const Series = z.object({ series: z.array(z.object({ id: z.string(), title: z.string() })).default([]) })

/** A version of a pack never changes. */
const known = new Map<string, readonly SeriesChoice[]>()
const mostKept = 50

function keep(key: string, text: string): readonly SeriesChoice[] {
  const { series } = Series.parse(readYaml(text).value)
  if (known.size >= mostKept) known.clear()
  known.set(key, series)
  return series
}
