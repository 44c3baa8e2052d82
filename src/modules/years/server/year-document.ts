// The yearly report as a Word document: A4, to print, to sign, to hand in.
import type { Context } from '../../../platform/context.ts'
import { dayOnPaper, makeWord, type WordBlock } from '../../../platform/documents/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import type { Fact } from '../fact.ts'
import type { YearLine, YearPart, YearSheet } from '../year-sheet.ts'
import { absentWords, countWords, dayWords, endWord, quantityWords, spanWords } from '../year-words.ts'
import { yearSheet } from './years.ts'

/** More of one kind than anybody reads on paper are summed up. */
const shownOnPaper = 60

export async function yearDocument(
  ctx: Context,
  sources: MeasureSources,
  of: { id: string; year: number },
): Promise<FileAnswer> {
  const sheet = await yearSheet(ctx, sources, of, shownOnPaper)
  const title = `${sheet.organization.name} ${sheet.year} 年度报告`
  const content = await makeWord({ title, blocks: blocksOf(sheet) })
  return { fileName: `${title.replace(/[/\\:*?"<>|]/g, '-')}.docx`, content }
}

function blocksOf(sheet: YearSheet): WordBlock[] {
  const { organization, parts, uncollected, withheld, to } = sheet
  const filled = parts.filter(({ lines }) => lines.length > 0)
  const none = parts.flatMap((part) => part.none)
  return [
    { title: `${sheet.year} 年度报告` },
    { text: organization.name, align: 'center', bold: true },
    { text: `${organization.areaName}　${spanWords(sheet)}`, align: 'center' },
    ...(organization.demo ? [{ text: '（演示数据）', align: 'center' } as const] : []),
    ...chapter(0, '名录登记', registerBlocks(sheet)),
    ...filled.flatMap((part, at) => chapter(at + 1, part.title, partBlocks(part, sheet))),
    ...chapter(filled.length + 1, '没有的和未采集的', [
      { text: none.length > 0 ? `本年没有：${none.join('、')}。` : '以上各项都有记录。' },
      { text: `系统还没有采集：${uncollected.join('、') || '无'}。` },
      ...(withheld.length > 0 ? [{ text: `打印人的岗位看不到：${withheld.join('、')}。` }] : []),
    ]),
    { lines: 1 },
    { text: '本报告由系统按记录生成，没有手工填写的数字。' },
    { text: '负责人签字：＿＿＿＿＿＿＿＿', align: 'right' },
    { text: dayOnPaper(to), align: 'right' },
  ]
}

const ordinals = [...'一二三四五六七八九十', ...['十一', '十二', '十三', '十四', '十五', '十六', '十七']]

const chapter = (at: number, title: string, blocks: WordBlock[]): WordBlock[] => [
  { heading: `${ordinals[at]}、${title}`, level: 2 },
  ...blocks,
]

function registerBlocks(sheet: YearSheet): WordBlock[] {
  const { register, changes } = sheet
  const end = endWord(sheet)
  const rows = register.map(({ title, before, after }) => [title, before ?? '—', after ?? '—'])
  const [isNew, isGone] = [
    register.every(({ before }) => before === null),
    register.every(({ after }) => after === null),
  ]
  const words = absentWords(isNew, isGone, end)
  const more = changes.count - changes.items.length
  return [
    ...(isNew && isGone ? [] : [{ table: [['项目', '年初', end], ...rows], widths: [30, 35, 35] }]),
    ...(words ? [{ text: words }] : []),
    { text: changes.count === 0 ? '本年名录没有变化。' : `本年名录有 ${changes.count} 次变化：` },
    ...changes.items.map(({ day, what, reason }) => ({
      text: [day, what, reason].filter(Boolean).join('　'),
    })),
    ...(more > 0 ? [{ text: `另有 ${more} 次，见系统。` }] : []),
  ]
}

const partBlocks = ({ lines }: YearPart, sheet: YearSheet): WordBlock[] =>
  lines.flatMap((line) => lineBlocks(line, sheet))

function lineBlocks(line: YearLine, sheet: YearSheet): WordBlock[] {
  const rows = line.facts.map((fact) => rowOf(fact, sheet))
  return [
    { text: `${line.title}：${quantityWords(line, endWord(sheet))}`, bold: true, indent: false },
    { table: [['时间', '内容', '数量'], ...rows], widths: [24, 60, 16] },
    ...(line.more > 0 ? [{ text: `另有 ${line.more} 条，见系统。` }] : []),
  ]
}

const rowOf = (fact: Fact, { to }: YearSheet): string[] => [
  dayWords(fact, to),
  [fact.title, fact.note, fact.detail].filter(Boolean).join('\n'),
  countWords(fact),
]
