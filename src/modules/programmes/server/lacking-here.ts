// The work that programmes leave to a place that they point out: what its own units lack, until they lack nothing.
import type { Context } from '../../../platform/context.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import type { CountedSources, CountedThing } from '../../../platform/work-source.ts'
import { lacksOf, pointsOut } from '../lacks.ts'
import { answerFor } from '../programmes-policy.ts'
import { dayAsked } from './place.ts'
import { areaInside, areasHeld, listProgrammes, type OwnArea, type ProgrammeRow } from './programme-store.ts'
import { standingAt } from './programme-view.ts'
import { parsedPack } from './shipped-packs.ts'

/**
 * A demand on every unit stands on the home page of each. One on units that are named, or that have a condition, waits for
 * those who answer for them too: nothing else tells them that they are meant.
 */
export const programmesWork = (sources: MeasureSources): CountedSources => ({
  'programmes.lacks': {
    title: '方案点到本地的要求，还缺',
    action: 'programme.fulfil',
    find: (ctx, area) => lackingHere(ctx, sources, area),
  },
})

async function lackingHere(
  ctx: Context,
  sources: MeasureSources,
  area: string | undefined,
): Promise<CountedThing[]> {
  const held = ctx.who.postings.filter(({ role }) => answerFor.some((known) => known === role))
  const areas = await areasHeld(ctx, new Set(held.map((posting) => posting.area)), area)
  if (areas.length === 0) return []
  const programmes = await listProgrammes(ctx)
  const found = areas.flatMap((own) => programmes.map((programme) => lackingIn(ctx, sources, programme, own)))
  return (await Promise.all(found)).flat()
}

/** Nothing is counted where the programme points nobody of the level out. */
async function lackingIn(
  ctx: Context,
  sources: MeasureSources,
  programme: ProgrammeRow,
  own: OwnArea,
): Promise<CountedThing[]> {
  const chosen = parsedPack(programme.text).targets.filter((target) => pointsOut(target, own.level))
  const area = chosen.length > 0 ? await areaInside(ctx, programme, own.code) : null
  if (!area) return []
  const place = { programme, area, asOf: dayAsked(ctx, programme) }
  const standing = await standingAt(ctx, sources, place, (target) => pointsOut(target, own.level))
  return lacksOf(standing, own.code).map(({ target, words }) => {
    const title = chosen.find(({ id }) => id === target)?.title ?? target
    const { from, due } = standing.figure(target, own.code)
    return {
      ...{ id: `${programme.id} ${target} ${own.code}`, label: title, since: from, due },
      note: words.startsWith(`${title}：`) ? words.slice(title.length + 1) : words,
      link: `/programmes/${programme.id}/targets/${target}?area=${own.code}`,
      ...{ area: own.code, areaName: own.name },
    }
  })
}
