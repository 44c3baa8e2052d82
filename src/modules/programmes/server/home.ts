// What the programmes in force ask of a person today; the work that waits is asked of the queues.
import { daysBetween } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { notFound } from '../../../platform/policy.ts'
import { visibleArea } from '../../areas/server/index.ts'
import { roles } from '../../people/roles.ts'
import type { Figure } from '../figure.ts'
import { countStates, standingSentence } from '../figure-row.ts'
import type { Standing } from '../judge.ts'
import { lacksOf } from '../lacks.ts'
import type { Home, Todo } from '../programmes-api.ts'
import { gapWords } from '../words.ts'
import { dayAsked, type Place } from './place.ts'
import { areaInside, listProgrammes, type ProgrammeRow } from './programme-store.ts'
import { standingAt } from './programme-view.ts'
import type { Chosen } from './standing.ts'

const mostTodos = 12

/** For one of the person's areas; without one the first. */
export async function homeOf(ctx: Context, sources: MeasureSources, code: string | undefined): Promise<Home> {
  const posting =
    ctx.who.postings.find((held) => held.area === code) ?? (code ? undefined : ctx.who.postings[0])
  if (!posting) throw notFound('岗位')
  const area = await visibleArea(ctx, posting.area)
  const views = await standings(ctx, sources, posting.area)
  return {
    greeting: {
      area: { code: area.code, name: area.shortName, level: area.level },
      path: area.ancestors.map((above) => above.name).join(' · '),
      role: roles[posting.role as keyof typeof roles],
    },
    todos: views.flatMap((view) => targetTodos(ctx, view)).slice(0, mostTodos),
    community: area.level === 'community' ? (views.map(communityView)[0] ?? null) : null,
    programmes: views.map((view) => programmeLine(view)),
  }
}

type View = { place: Place; standing: Standing; figures: Figure[] }

/** Every programme that is in force where the person works, as it stands there. */
export async function standings(
  ctx: Context,
  sources: MeasureSources,
  code: string,
  only?: Chosen,
): Promise<View[]> {
  const programmes = await listProgrammes(ctx)
  const views = await Promise.all(programmes.map((programme) => viewAt(ctx, sources, programme, code, only)))
  return views.filter((view): view is View => view !== null)
}

/** The programme in the person's area; a posting above the programme sees the whole of it. */
async function viewAt(
  ctx: Context,
  sources: MeasureSources,
  programme: ProgrammeRow,
  code: string,
  only?: Chosen,
): Promise<View | null> {
  const area = (await areaInside(ctx, programme, code)) ?? (await areaInside(ctx, programme, programme.area))
  if (!area) return null
  const place = { programme, area, asOf: dayAsked(ctx, programme) }
  const standing = await standingAt(ctx, sources, place, only)
  return {
    place,
    standing,
    figures: standing.plan.targets.map(({ target }) => standing.figure(target.id, area.code)),
  }
}

/** Targets that are overdue or behind, the most urgent first; then those that wait for this person's judgement. */
function targetTodos(ctx: Context, { place, standing, figures }: View): Todo[] {
  return figures
    .filter(
      (figure) => urgency(figure) < 2 || (waitsForJudgement(figure) && ctx.authority.may('programme.judge')),
    )
    .sort((a, b) => urgency(a) - urgency(b) || (a.due < b.due ? -1 : 1))
    .map((figure) => todoOf(ctx, place, standing, figure))
}

const urgency = ({ state }: Figure): number => (state === 'overdue' ? 0 : state === 'behind' ? 1 : 2)

const waitsForJudgement = ({ state, verdict }: Figure): boolean => state === 'judged' && verdict === null

function todoOf(ctx: Context, { programme, area }: Place, standing: Standing, figure: Figure): Todo {
  const target = standing.plan.pack.targets.find(({ id }) => id === figure.target)
  const left = daysBetween(ctx.today, figure.due)
  return {
    title: target?.title ?? figure.target,
    note:
      lacksOf(standing, area.code).find((line) => line.target === figure.target)?.words ?? gapWords(figure),
    state: figure.state,
    due: left < 0 ? `已逾期 ${-left} 天` : left === 0 ? '今天到期' : `还剩 ${left} 天`,
    link: `/programmes/${programme.id}/targets/${figure.target}?area=${area.code}`,
  }
}

function programmeLine({ place, standing, figures }: View): Home['programmes'][number] {
  const { programme, area, asOf } = place
  return {
    id: programme.id,
    title: standing.plan.pack.title,
    area: { code: area.code, name: area.name, level: area.level },
    sentence: standingSentence(figures, daysBetween(asOf, programme.endsOn)),
    counts: countStates(figures),
  }
}

/** What a community has by category, and what it still lacks, in plain words. */
function communityView({ place, standing }: View): NonNullable<Home['community']> {
  const lacks = lacksOf(standing, place.area.code).map((line) => line.words)
  return {
    programme: place.programme.id,
    programmeTitle: standing.plan.pack.title,
    categories: categoriesOf(standing, place.area.code),
    lacks,
    meets: lacks.length === 0,
  }
}

/** From the composition target (5+X) when the pack has one: its parts are the categories. */
function categoriesOf(standing: Standing, code: string) {
  const composed = standing.plan.pack.targets.find(
    (target) => 'parts' in target && (target.parts?.length ?? 0) > 1,
  )
  if (!composed) return []
  return standing.parts(composed.id, code).map(({ title, has, lacking }, at) => ({
    id: `${composed.id}-${at}`,
    title,
    count: has,
    lacking,
  }))
}
