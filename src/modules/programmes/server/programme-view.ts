// The answers of the programme pages, put together from the pack, the standing and the reader's reach.
import { daysBetween } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { notFound } from '../../../platform/policy.ts'
import { formPath } from '../../records/expected.ts'
import { explain, footnotes } from '../explain.ts'
import type { Figure } from '../figure.ts'
import { countStates, rowOf, standingSentence } from '../figure-row.ts'
import type { Standing } from '../judge.ts'
import type { Target } from '../pack.ts'
import type { Breakdown, FiguresView, ProgrammeSummary, TargetRow, Tile } from '../programmes-api.ts'
import { entriesOf } from '../record-entries.ts'
import { childrenOf } from '../tree.ts'
import { gapWords, nounOf, reachedShare, valueWords } from '../words.ts'
import { leftOutSentences } from './left-out-store.ts'
import type { Place } from './place.ts'
import { type ProgrammeRow, startAreas } from './programme-store.ts'
import { parsedPack } from './shipped-packs.ts'
import { type Chosen, standingOf } from './standing.ts'

/** More units than this are no picture any more; the areas below are shown instead. */
const mostTiles = 1_500

export async function summaryOf(ctx: Context, programme: ProgrammeRow): Promise<ProgrammeSummary> {
  const pack = parsedPack(programme.text)
  const [start] = await startAreas(ctx, programme)
  return {
    id: programme.id,
    pack: programme.pack,
    title: pack.title,
    area: { code: programme.area, name: programme.areaName, level: programme.areaLevel },
    from: programme.startsOn,
    to: programme.endsOn,
    demo: programme.demo,
    example: pack.area.example ?? null,
    start: start ?? { code: programme.area, name: programme.areaName, level: programme.areaLevel },
  }
}

export const standingAt = (
  ctx: Context,
  sources: MeasureSources,
  { programme, area, asOf }: Place,
  only?: Chosen,
): Promise<Standing> =>
  standingOf(ctx.db, sources, programme, { area: area.code, level: area.level }, asOf, only)

/** Counts and judges one target alone: what its page shows does not depend on the others. */
export const standingOfTarget = (
  ctx: Context,
  sources: MeasureSources,
  place: Place,
  id: string,
): Promise<Standing> => standingAt(ctx, sources, place, (target) => target.id === id)

export function figuresView(ctx: Context, place: Place, standing: Standing): FiguresView {
  const rows = rowsAt(ctx, standing, place.area.code)
  return {
    ...frame(ctx, place),
    counts: countStates(rows),
    sentence: standingSentence(rows, daysBetween(place.asOf, place.programme.endsOn)),
    rows,
  }
}

export function rowsAt(ctx: Context, { plan, figure }: Standing, area: string): TargetRow[] {
  const mayJudge = ctx.authority.may('programme.judge')
  return plan.targets.map(({ target }) => rowOf(plan.pack, target, figure(target.id, area), mayJudge))
}

const frame = (ctx: Context, { programme, area: { ancestors, code, name, level }, asOf }: Place) => ({
  area: { code, name, level },
  ancestors,
  asOf,
  today: ctx.today,
  from: programme.startsOn,
  to: programme.endsOn,
})

export function targetOf(standing: Standing, id: string): Target {
  const target = standing.plan.pack.targets.find((known) => known.id === id)
  if (!target) throw notFound('目标')
  return target
}

export async function breakdownOf(
  ctx: Context,
  sources: MeasureSources,
  place: Place,
  id: string,
): Promise<Breakdown> {
  const standing = await standingOfTarget(ctx, sources, place, id)
  const target = targetOf(standing, id)
  const { plan, tree } = standing
  const figure = standing.figure(id, place.area.code)
  const units = standing.units(id, place.area.code)
  const scope = { area: place.area.code, level: place.area.level }
  const leftOut = await leftOutSentences(ctx.db, sources, standing, id, scope)
  const { to: _, ...shown } = frame(ctx, place)
  return {
    ...shown,
    row: rowOf(plan.pack, target, figure, ctx.authority.may('programme.judge')),
    children: childrenOf(tree, tree.index.get(place.area.code) ?? 0)
      .map((at) => tileOf(standing, id, tree.units[at]?.code ?? ''))
      .sort(worstFirst),
    units:
      units.length <= mostTiles && !ofOrganizations(target)
        ? units.map((code) => tileOf(standing, id, code))
        : null,
    unitCount: units.length,
    unitWord: figure.unitWord ? nounOf(figure.unitWord) : tree.units.length > 1 ? '下级' : '本地',
    explanation: [...explain(plan, figure), ...leftOut],
    footnotes: footnotes(plan.pack, target),
    entries: entryLinks(target, place.area),
  }
}

/** Organizations are no areas to picture: the areas below say how many of theirs lack it. */
const ofOrganizations = (target: Target): boolean =>
  'among' in target && target.among.units === 'organization'

/** The form asks for the area where the target speaks of others than the one that is looked at. */
function entryLinks(target: Target, { code, level }: Place['area']): Breakdown['entries'] {
  const units = 'among' in target ? target.among.units : 'programme'
  const area = units === 'programme' || units === level ? code : null
  return entriesOf(target).map(({ title, kind, answers }) => ({ title, path: formPath(kind, answers, area) }))
}

export function tileOf(standing: Standing, target: string, code: string): Tile {
  const { tree, figure } = standing
  const at = tree.index.get(code) ?? 0
  const unit = tree.units[at]
  const parent = tree.units[tree.parents[at] ?? -1]
  const own = figure(target, code)
  return {
    code,
    name: unit?.name ?? '',
    level: unit?.level ?? '',
    settlement: unit?.settlement ?? 'unknown',
    under: parent?.name ?? '',
    state: own.state,
    severity: severityOf(own),
    value: ownValue(standing, target, own),
    gap: ownGap(standing, target, own),
    reached: reachedShare(own),
    each: own.shape === 'average' ? own.each : null,
    below: (tree.ends[at] ?? at + 1) > at + 1,
  }
}

/** A single unit under a composition has so many of its parts; anything else reads as the figure does. */
function ownValue({ tree, parts }: Standing, target: string, own: Figure): string {
  const unit = tree.units[tree.index.get(own.area) ?? 0]
  const counted = unit?.level === own.population?.units ? parts(target, own.area) : []
  if (counted.length === 0) return valueWords(own)
  return `${counted.filter((part) => part.lacking === 0).length} / ${counted.length} 项`
}

/** What one unit lacks by itself: the parts by name, otherwise the amount; an area above the units says how many fail. */
function ownGap({ tree, parts }: Standing, target: string, own: Figure): string {
  const unit = tree.units[tree.index.get(own.area) ?? 0]
  if (unit?.level !== own.population?.units || !own.gap || own.gap.quantity === 0) return gapWords(own)
  const lacking = parts(target, own.area).filter((part) => part.lacking > 0)
  if (lacking.length > 0) return `缺 ${lacking.map((part) => part.title).join('、')}`
  return `还差 ${own.gap.quantity} ${own.gap.unit}`
}

/** How far off: 0 nothing lacks, 1 one record or one unit, 2 more, null: no statement. */
function severityOf({ gap, state }: Figure): 0 | 1 | 2 | null {
  if (!gap || state === 'notCollected' || state === 'notApplicable') return null
  const off = gap.quantity + gap.exceeding
  return off === 0 ? 0 : off <= 1 ? 1 : 2
}

const worstFirst = (a: Tile, b: Tile): number =>
  (a.reached ?? 2) - (b.reached ?? 2) || (b.severity ?? -1) - (a.severity ?? -1) || (a.code < b.code ? -1 : 1)
