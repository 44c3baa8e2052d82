// Exports the figures of an area and of the areas directly below it as a workbook.
import type { Context } from '../../../platform/context.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import { footnotes } from '../explain.ts'
import { type AreaFigures, figuresOf, type Standing } from '../judge.ts'
import type { Target } from '../pack.ts'
import { detailWords, gapWords, labelOf, thresholdWords, valueWords } from '../words.ts'
import type { Place } from './place.ts'
import { standingAt } from './programme-view.ts'

/** Two sheets of the same figures that the pages show: this area, and each area below; then the readings. */
export async function exportFigures(
  ctx: Context,
  sources: MeasureSources,
  place: Place,
): Promise<FileAnswer> {
  const standing = await standingAt(ctx, sources, place)
  const found = figuresOf(standing, place.area.code)
  const own = figureRows(standing, found)
  const below = found.children.flatMap((child) => figureRows(standing, child))
  const sheets = [
    { name: `${place.area.name} ${place.asOf}`, columns: figureColumns, rows: own },
    { name: '下级', columns: figureColumns, rows: below },
    {
      name: '读法',
      columns: [
        { title: '目标', width: 40 },
        { title: '读法与依据', width: 90 },
      ],
      rows: footnoteRows(standing),
    },
  ]
  return {
    fileName: `${standing.plan.pack.title} ${place.area.name} 截至 ${place.asOf}.xlsx`,
    content: writeXlsx(sheets),
  }
}

const figureColumns = [
  { title: '区划', width: 18 },
  { title: '目标', width: 44 },
  { title: '条款', width: 18 },
  { title: '现状', width: 18 },
  { title: '算式', width: 16 },
  { title: '要求', width: 24 },
  { title: '差距', width: 36 },
  { title: '期限', width: 12 },
  { title: '状态', width: 12 },
]

function figureRows({ plan }: Standing, { area, figures }: AreaFigures): Cell[][] {
  return figures.map((figure, at) => {
    const target = plan.targets[at]?.target as Target
    const due = { day: figure.due, precision: 'day' } as const
    const words = [valueWords(figure), detailWords(figure), thresholdWords(figure), gapWords(figure)]
    return [area.name, target.title, target.clause, ...words, due, labelOf(figure).word]
  })
}

const footnoteRows = ({ plan: { pack } }: Standing): Cell[][] =>
  pack.targets.flatMap((target) => footnotes(pack, target).map((note) => [target.title, note]))
