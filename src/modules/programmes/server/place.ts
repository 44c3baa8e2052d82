// Where and when a programme is looked at: the area and the day asked for, within the reader's reach.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import { type Day, earlier, later } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/policy.ts'
import { type AreaRef, areaInside, oneProgramme, type ProgrammeRow, startAreas } from './programme-store.ts'

export type Asked = { area?: string | undefined; asOf?: Day | undefined }
export type Place = { programme: ProgrammeRow; area: AreaRef & { ancestors: AreaRef[] }; asOf: Day }

/**
 * The area and the day asked about: by default where the reader starts, today; never before the programme's start. A day
 * that has not come is refused (422): nothing is known of it.
 */
export async function placeOf(ctx: Context, id: string, asked: Asked): Promise<Place> {
  refuseIf(whyNotDay(asked.asOf, ctx.today))
  const programme = await visibleProgramme(ctx, id)
  const code = asked.area ?? (await startAreas(ctx, programme))[0]?.code
  const area = code ? await areaInside(ctx, programme, code) : null
  if (!area) throw notFound('区划')
  return { programme, area, asOf: dayAsked(ctx, programme, asked.asOf) }
}

function whyNotDay(asked: Day | undefined, today: Day): Problem | null {
  if (!asked || asked <= today) return null
  return new Problem(422, {
    code: 'programme.inFuture',
    message: `${asked} 还没有到，说不出那一天的数。`,
    mend: `请填写今天（${today}）或以前的日期。`,
    faults: [{ at: 'asOf', message: '晚于今天' }],
  })
}

/** Today or a day before it, but never before the programme's start. */
export const dayAsked = (ctx: Context, { startsOn }: ProgrammeRow, asOf: Day = ctx.today): Day =>
  later(startsOn, earlier(asOf, ctx.today))

export async function visibleProgramme(ctx: Context, id: string): Promise<ProgrammeRow> {
  const programme = await oneProgramme(ctx, id)
  if (!programme) throw notFound('方案')
  return programme
}
