// The plan of a year: what an area means to do for whom, beside what has been done.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import type { Plan, PlanLine } from '../training.ts'
import { linesOf, planArea, plansBelow, writePlan } from './plan-store.ts'

type Asking = { area: string; year: number }

export async function planOf(ctx: Context, { area: code, year }: Asking): Promise<Plan> {
  const found = await planArea(ctx, code)
  if (!found) throw notFound('区划')
  const { may, ...area } = found
  const [lines, below] = [await linesOf(ctx.db, code, year), await plansBelow(ctx, area, year)]
  return { area, year, lines, below, may }
}

/** Replaces the lines that are given. */
export async function setPlan(ctx: Context, asking: Asking, lines: readonly PlanLine[]): Promise<Plan> {
  await authorize(ctx, 'training.plan', areaSubject(asking.area))
  refuseIf(new Set(lines.map(({ audience }) => audience)).size < lines.length ? twice : null)
  const before = await linesOf(ctx.db, asking.area, asking.year)
  await writePlan(ctx, asking, lines)
  await record(ctx, {
    ...{ action: 'training.plan', subjectKind: 'area', subject: asking.area, area: asking.area },
    changes: lines.map((line) => ({
      field: `${asking.year} ${line.audience}`,
      from: before.find(({ audience }) => audience === line.audience) ?? null,
      to: line,
    })),
  })
  return planOf(ctx, asking)
}

const twice = new Problem(422, {
  code: 'training.planTwice',
  message: '同一类对象在计划里出现了两次。',
  mend: '请合成一行。',
})
