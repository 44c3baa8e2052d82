// Coverage of party organization and party work, and the lists behind it. (HS 三(二)4, GZ 二(四)1, SZ 二(四)1)
import type { z } from 'zod'
import { refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { pageAfter, pageToken } from '../../../platform/page-place.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { visibleArea, withinArea } from '../../areas/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { absenceReason } from '../arrangement-rules.ts'
import { whyNotFrom } from '../branch-rules.ts'
import type { CoverageView, CoveredOrganization, coverageApi } from '../coverage-api.ts'
import { surveySubject } from './area-store.ts'
import { type CoveredRow, coverageIn, coveredIn } from './coverage-store.ts'

type Query = z.output<typeof coverageApi.coverage.query>

export async function coverageView(ctx: Context, query: Query): Promise<CoverageView> {
  const { code, on } = await asked(ctx, query)
  const area = await visibleArea(ctx, code)
  const rules = await rulesFor(ctx.db, code)
  const inside = await withinArea(ctx.db, code, 'p')
  const rows = await coverageIn(ctx, {
    code,
    level: area.level,
    inside,
    day: on,
    branchFrom: rules['party.branchFrom'],
  })
  const own = rows.find(({ above }) => above)
  if (!own) throw notFound('区划')
  return {
    area: { code, name: area.shortName, level: area.level },
    ancestors: await seenAbove(ctx, area.ancestors),
    on,
    coverage: own.coverage,
    children: rows.filter(({ above }) => !above).map(({ above: _, ...row }) => row),
  }
}

type CoveredQuery = z.output<typeof coverageApi.covered.query>

export async function coveredPage(ctx: Context, query: CoveredQuery) {
  const { code, on } = await asked(ctx, query)
  const rules = await rulesFor(ctx.db, code)
  const rows = await coveredIn(ctx, {
    ...{ inside: await withinArea(ctx.db, code, 'p'), day: on, branchFrom: rules['party.branchFrom'] },
    ...{ is: query.is, after: pageAfter(query.after), limit: query.limit },
  })
  const shown = (row: CoveredRow): CoveredOrganization => {
    const { key: _, ...seen } = row
    return { ...seen, reason: absenceReason(row.presence, row.partyMembers, rules) }
  }
  return { items: rows.map(shown), next: pageToken(rows, query.limit) }
}

/** The area asked for, else the first that the person works in; a day that has come. */
async function asked(ctx: Context, { area, on = ctx.today }: Query) {
  const code = area ?? ctx.who.postings[0]?.area
  if (!code) throw notFound('岗位')
  await authorize(ctx, 'party.survey', surveySubject(code))
  refuseIf(whyNotFrom(on, ctx.today, 'on'))
  return { code, on }
}

type Line = CoverageView['area']

/** Of the areas above, those that the person may survey too. */
async function seenAbove(ctx: Context, above: readonly Line[]): Promise<Line[]> {
  const seen: Line[] = []
  for (const { code, name, level } of above) if (await isSurveyed(ctx, code)) seen.push({ code, name, level })
  return seen
}

const isSurveyed = (ctx: Context, code: string): Promise<boolean> =>
  authorize(ctx, 'party.survey', surveySubject(code)).then(
    () => true,
    () => false,
  )
