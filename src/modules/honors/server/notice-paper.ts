// A public notice on A4, to be put up and to be published: as PDF, and as Word to go on writing.
import type { Context } from '../../../platform/context.ts'
import {
  dayOnPaper,
  demoMark,
  demoWords,
  fileNameOf,
  lackingWords,
  makePdf,
  makeWord,
  missingGlyphs,
  type PdfContent,
  type PdfDefinition,
  sealPlace,
} from '../../../platform/documents/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { notFound } from '../../../platform/policy.ts'
import { contactWords, type Notice, noticeTable, noticeTitle, openingWords } from '../public-notice.ts'
import { noticeWith } from './public-store.ts'

/** The notice in which a title stands: for everybody while it runs, afterwards for those who decide. */
export async function noticePdf(ctx: Context, id: string): Promise<FileAnswer> {
  const notice = await knownNotice(ctx, id)
  const content = await makePdf(await definitionOf(notice, ctx.now))
  return { fileName: `${nameOf(notice)}.pdf`, content, inline: true }
}

export async function noticeWord(ctx: Context, id: string): Promise<FileAnswer> {
  const notice = await knownNotice(ctx, id)
  const content = await makeWord({
    title: noticeTitle(notice),
    author: notice.body,
    blocks: [
      { title: noticeTitle(notice) },
      ...(notice.demo ? [{ text: `（${demoWords}）`, align: 'center' as const }] : []),
      { text: openingWords(notice) },
      { text: periodWords(notice) },
      { table: noticeTable(notice), widths: [8, 27, 20, 45] },
      { lines: 1 },
      { text: objectionWords(notice) },
      { text: contactWords },
      { lines: 1 },
      { text: notice.body, align: 'right' },
      { text: dayOnPaper(notice.from), align: 'right' },
    ],
  })
  return { fileName: `${nameOf(notice)}.docx`, content }
}

async function knownNotice(ctx: Context, id: string): Promise<Notice> {
  const notice = await noticeWith(ctx, id)
  if (!notice) throw notFound('公示')
  return notice
}

const nameOf = (notice: Notice): string => fileNameOf(`${notice.deskName} ${noticeTitle(notice)}`)

const periodWords = ({ from, until }: Notice): string =>
  `公示期：${dayOnPaper(from)}至 ${dayOnPaper(until)}。`

const objectionWords = ({ objectTo }: Notice): string => `怎样提出异议：${objectTo}`

async function definitionOf(notice: Notice, madeAt: string): Promise<PdfDefinition> {
  const lacking = await missingGlyphs(openingWords(notice), ...noticeTable(notice).flat(), notice.objectTo)
  return {
    pageMargins: [68, 68, 68, 64],
    info: {
      title: noticeTitle(notice),
      creator: '聚沙',
      producer: '聚沙',
      creationDate: new Date(madeAt),
    },
    defaultStyle: { fontSize: 14, lineHeight: 1.4, color: '#222222' },
    ...(notice.demo ? { background: () => demoMark({ x: 0, y: 280 }) } : {}),
    footer: (page, pages) => ({ text: `— ${page} / ${pages} —`, alignment: 'center', fontSize: 9 }),
    content: [
      { text: noticeTitle(notice), alignment: 'center', fontSize: 22, bold: true, margin: [0, 4, 0, 14] },
      paragraph(openingWords(notice)),
      paragraph(periodWords(notice)),
      listOf(notice),
      {
        unbreakable: true,
        stack: [paragraph(objectionWords(notice)), paragraph(contactWords), signed(notice)],
      },
      ...(lacking.length > 0 ? [{ text: lackingWords(lacking), fontSize: 9 }] : []),
    ],
  }
}

const paragraph = (text: string): PdfContent => ({ text, leadingIndent: 28, margin: [0, 0, 0, 4] })

function listOf(notice: Notice): PdfContent {
  const [head = [], ...rows] = noticeTable(notice)
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [28, 118, 84, '*'],
      body: [head.map((text) => ({ text, bold: true, alignment: 'center' as const })), ...rows],
    },
    layout: ruled,
    fontSize: 11,
    lineHeight: 1.2,
    margin: [0, 6, 0, 10],
  }
}

const ruled = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => '#8a8a8a',
  vLineColor: () => '#8a8a8a',
  paddingTop: () => 4,
  paddingBottom: () => 2,
}

/** The office and the first day of the notice, over the place of the seal. */
const signed = ({ body, from }: Notice): PdfContent => ({
  margin: [0, 24, 0, 24],
  stack: [
    { canvas: [sealPlace], relativePosition: { x: 459 - 140 - 59, y: -28 } },
    {
      columns: [
        { width: '*', text: '' },
        { width: 280, alignment: 'center', stack: [body, dayOnPaper(from)] },
      ],
    },
  ],
})
