// What is read of a campaign: progress by area, the frozen baseline, the workbook.
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/policy.ts'
import type { Baseline, BaselineRow, Progress, Tally } from '../census.ts'
import { unfinishedWords, whyNot } from '../census-rules.ts'
import { addTallies, noTally, pivot } from '../tally.ts'
import { baselineCells, baselineDay } from './baseline-store.ts'
import { areaInside, type CensusRow } from './census-store.ts'
import { tallyBelow } from './progress-store.ts'

/** An area of the campaign that the reader may see; without a code the one where the page begins. */
export async function areaOf(ctx: Context, census: CensusRow, code: string | undefined) {
  const area = await areaInside(ctx, census, code ?? census.start.code)
  if (!area) throw notFound('区划')
  return area
}

export async function progressOf(
  ctx: Context,
  census: CensusRow,
  code: string | undefined,
): Promise<Progress> {
  const { ancestors, ...area } = await areaOf(ctx, census, code)
  const rows = await tallyBelow(ctx, { census, area })
  const sum = addTallies(rows.map(({ tally }) => tally))
  return {
    census,
    area,
    ancestors,
    today: ctx.today,
    sum,
    rows: rows.map((row) => ({ ...row, below: row.code !== area.code && row.level !== 'community' })),
    unfinished: await unfinishedOf(ctx, census),
  }
}

/** Of the whole campaign, whichever area is looked at; asked only for those who may close it. */
async function unfinishedOf(ctx: Context, census: CensusRow): Promise<string | null> {
  if (whyNot('close', census) !== null || !census.may.includes('census.run')) return null
  return unfinishedWords(await sumOf(ctx, census))
}

/** The whole campaign in numbers. */
export async function sumOf(ctx: Context, census: CensusRow): Promise<Tally> {
  const area = { code: census.area, name: census.areaName, level: census.areaLevel }
  return (await tallyBelow(ctx, { census, area })).reduce(
    (sum, { tally }) => addTallies([sum, tally]),
    noTally,
  )
}

export async function baselineOf(
  ctx: Context,
  census: CensusRow,
  code: string | undefined,
): Promise<Baseline> {
  const { ancestors: _, ...area } = await areaOf(ctx, census, code)
  const asOf = await baselineDay(ctx.db, census.id)
  if (!asOf) throw notFound('封存的数字')
  const cells = await baselineCells(ctx.db, census.id, area)
  const rows: BaselineRow[] = [...new Map(cells.map((cell) => [cell.code, cell])).values()].map(
    ({ code, name, level }) => ({ code, name, level, ...pivot(cells.filter((cell) => cell.code === code)) }),
  )
  return { asOf, sum: { ...area, ...pivot(cells) }, rows }
}
