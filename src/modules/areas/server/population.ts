// Puts on record how many people live in a community: one by one, or from a table.
import { refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import type { AreaView } from '../areas-api.ts'
import { headsOf, type Population, whyNotPopulation } from '../population.ts'
import { onlyCommunities, visibleArea } from './area-commands.ts'
import { areaSubject, communitiesAmong, levelOf } from './area-store.ts'
import { type CodeRow, type RowProblem, readCodeTable } from './code-table.ts'
import { setPopulations } from './population-store.ts'

/** The same day again replaces what was said of it; the event keeps both. */
export async function recordPopulation(ctx: Context, code: string, given: Population): Promise<AreaView> {
  await authorize(ctx, 'area.recordPopulation', areaSubject(code))
  if ((await levelOf(ctx.db, code)) !== 'community') throw onlyCommunities
  refuseIf(whyNotPopulation(given, ctx.today))
  await setPopulations(ctx, [{ code, ...given }])
  await record(ctx, {
    action: 'area.recordPopulation',
    subjectKind: 'area',
    subject: code,
    area: code,
    effectiveOn: given.onDay,
    reason: given.source,
    changes: [
      { field: 'residents', from: null, to: given.residents },
      { field: 'households', from: null, to: given.households },
    ],
  })
  return visibleArea(ctx, code)
}

export type PopulationImport = { written: number; problems: RowProblem[] }

const columns = {
  residents: {
    called: '常住人口',
    is: (title: string) => title.includes('人口') || title.includes('人数'),
    needed: true,
  },
  households: { called: '户数', is: (title: string) => title.includes('户数'), needed: false },
}

/**
 * 区划代码, 常住人口 and, where it has one, 户数, all as of one day. Good rows are written, every other one is named.
 * @throws Problem 422 `areaTable.noHeader`, and what `readWorkbook` throws
 */
export async function importPopulation(
  ctx: Context,
  bytes: Uint8Array,
  { onDay, source }: Pick<Population, 'onDay' | 'source'>,
): Promise<PopulationImport> {
  const { rows, problems } = await readCodeTable(bytes, columns)
  const known = await communitiesAmong(
    ctx,
    'area.recordPopulation',
    rows.map(({ code }) => code),
  )
  const read = rows.map((row) => ({ row, given: populationOf(row, { onDay, source }) }))
  const wrong = read.flatMap(({ row, given }) => {
    const message = known.has(row.code)
      ? whyNotCells(given, ctx)
      : `代码 ${row.code} 不是您管理范围内的社区（村）`
    return message ? [{ row: row.row, message }] : []
  })
  const bad = new Set(wrong.map(({ row }) => row))
  const good = read.flatMap(({ row, given }) =>
    given && !bad.has(row.row) ? [{ code: row.code, ...given }] : [],
  )
  await setPopulations(ctx, good)
  await record(ctx, {
    action: 'area.recordPopulation',
    subjectKind: 'area',
    subject: 'population',
    effectiveOn: onDay,
    reason: source,
    changes: [{ field: 'changed', from: null, to: good.length }],
  })
  return { written: good.length, problems: [...problems, ...wrong].sort((a, b) => a.row - b.row) }
}

function populationOf(
  { cells }: CodeRow<'residents' | 'households'>,
  when: Pick<Population, 'onDay' | 'source'>,
): Population | null {
  const [residents, households] = [headsOf(cells.residents), headsOf(cells.households)]
  return residents === undefined || households === undefined ? null : { ...when, residents, households }
}

const whyNotCells = (given: Population | null, { today }: Context): string | null =>
  given ? (whyNotPopulation(given, today)?.message ?? null) : '人口和户数应是整数，例如 3210'
