// A certificate of service as a PDF: A4, who, for whom, what on which days, how long, the seal, the QR code to verify it.
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import {
  codeToVerify,
  dayOnPaper,
  demoMark,
  lackingWords,
  makePdf,
  missingGlyphs,
  type PdfContent,
  type PdfDefinition,
  sealPlace,
} from '../../../platform/documents/index.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize } from '../../../platform/policy.ts'
import { hoursText } from '../service.ts'
import { certificateSubject, type Paper, paperOf } from './certificate-store.ts'

type Printing = { database: Database; address: string }

/** `address` is what the code is appended to: `https://…/verify-service/`. That it was printed is recorded. */
export async function printCertificate(
  ctx: Context,
  id: string,
  { database, address }: Printing,
): Promise<FileAnswer> {
  await authorize(ctx, 'service.certify', certificateSubject(id))
  const paper = await paperOf(ctx.db, id)
  const content = await makePdf(await definitionOf(paper, address, ctx.now))
  await record(
    { ...ctx, db: database },
    { action: 'service.print', subjectKind: 'serviceCertificate', subject: id },
  )
  return { fileName: `志愿服务证明 ${paper.number}.pdf`, content, inline: true }
}

async function definitionOf(paper: Paper, address: string, madeAt: string): Promise<PdfDefinition> {
  const activities = paper.lines.map(({ activity }) => activity)
  const lacking = await missingGlyphs(paper.name, paper.body, paper.place, ...activities)
  return {
    pageMargins: [64, 64, 64, 64],
    info: {
      title: `志愿服务证明 ${paper.number}`,
      creator: '聚沙',
      producer: '聚沙',
      creationDate: new Date(madeAt),
    },
    defaultStyle: { fontSize: 12, color: '#222222' },
    content: [
      ...(paper.demo ? [demoMark({ x: 64, y: 260 })] : []),
      { text: '志愿服务证明', alignment: 'center', fontSize: 26, bold: true, margin: [0, 0, 0, 6] },
      {
        text: `编号：${paper.number}`,
        alignment: 'center',
        fontSize: 10,
        color: '#5a5a5a',
        margin: [0, 0, 0, 18],
      },
      { text: sentenceOf(paper), lineHeight: 1.5, margin: [0, 0, 0, 12] },
      linesOf(paper),
      ...foot(paper, address),
      ...(lacking.length > 0 ? [{ text: lackingWords(lacking), fontSize: 9, color: '#9e1b1b' }] : []),
    ],
  }
}

const sentenceOf = ({ name, body, place, startsOn, endsOn, minutes, lines }: Paper): string =>
  `兹证明 ${name} 于 ${dayOnPaper(startsOn)}至 ${dayOnPaper(endsOn)}期间，参加${place}“${body}”组织的志愿服务` +
  ` ${lines.length} 次，服务时长共 ${hoursText(minutes)}。`

const linesOf = ({ lines }: Paper): PdfContent => ({
  table: {
    headerRows: 1,
    widths: [90, '*', 80],
    body: [
      ['日期', '服务内容', '时长'].map((text) => ({ text, bold: true })),
      ...lines.map(({ on, activity, minutes }) => [on, activity, hoursText(minutes)]),
    ],
  },
  layout: 'lightHorizontalLines',
  fontSize: 10.5,
})

/** Kept together on one page: QR code on the left, the recording unit over the place of its seal on the right. */
const foot = (paper: Paper, address: string): PdfContent[] => [
  {
    unbreakable: true,
    margin: [0, 28, 0, 0],
    columns: [
      codeToVerify(address + paper.code),
      {
        width: '*',
        stack: [
          { text: `记录单位：${paper.body}`, alignment: 'right' },
          { text: dayOnPaper(paper.issuedOn), alignment: 'right', margin: [0, 6, 0, 0] },
          {
            columns: [
              { width: '*', text: '' },
              { width: 118, canvas: [sealPlace] },
            ],
            margin: [0, 4, 0, 0],
          },
        ],
      },
    ],
  },
  {
    text: '本证明不收费，不得用于交易；内容以查验结果为准。',
    alignment: 'center',
    fontSize: 9,
    color: '#5a5a5a',
    margin: [0, 12, 0, 0],
  },
]
