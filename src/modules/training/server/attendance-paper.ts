// Certificates of attendance as PDF: A4, who, at which training, when, and the organizer with the place of the seal.
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import {
  dayOnPaper,
  demoMark,
  lackingWords,
  makePdf,
  missingGlyphs,
  type PdfContent,
  type PdfDefinition,
  sealPlace,
} from '../../../platform/documents/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize, notFound, type Subject } from '../../../platform/policy.ts'
import { trainingKinds } from '../training.ts'
import {
  organizationPaper,
  organizationPaperSubject,
  type Paper,
  personPaper,
  personPaperSubject,
} from './paper-store.ts'
import { told } from './training-commands.ts'

type Printing = { database: Database; ctx: Context }

/** Everybody of an organization who was at a training. That it was printed is recorded. */
export const printOrganization = (
  printing: Printing,
  training: string,
  organization: string,
): Promise<FileAnswer> =>
  print(printing, organizationPaperSubject(training, organization), (db) =>
    organizationPaper(db, training, organization),
  )

export const printPerson = (printing: Printing, attendance: string): Promise<FileAnswer> =>
  print(printing, personPaperSubject(attendance), (db) => personPaper(db, attendance))

async function print(
  { database, ctx }: Printing,
  subject: Subject,
  find: (db: Context['db']) => Promise<Paper | null>,
): Promise<FileAnswer> {
  await authorize(ctx, 'training.names', subject)
  const paper = await find(ctx.db)
  if (!paper) throw notFound('培训证明')
  const content = await makePdf(await definitionOf(paper, ctx.today, ctx.now))
  await told(
    { ...ctx, db: database },
    'print',
    { id: paper.training, area: paper.area },
    {
      changes: [{ field: 'people', from: null, to: paper.people.length }],
    },
  )
  return { fileName: fileNameOf(paper), content, inline: true }
}

const width = 595.28
const side = 72

async function definitionOf(paper: Paper, today: string, madeAt: string): Promise<PdfDefinition> {
  const lacking = await missingGlyphs(
    sentenceOf(paper),
    ...paper.people.map(({ name }) => name),
    paper.organizer,
  )
  return {
    pageMargins: [side, 72, side, 72],
    info: {
      title: `培训证明 ${paper.title}`,
      creator: '聚沙',
      producer: '聚沙',
      creationDate: new Date(madeAt),
    },
    ...(paper.demo ? { background: () => demoMark({ x: 0, y: 260 }) } : {}),
    defaultStyle: { fontSize: 14, color: '#222222', lineHeight: 1.5 },
    content: [
      {
        text: '培训证明',
        alignment: 'center',
        fontSize: 30,
        bold: true,
        characterSpacing: 6,
        margin: [0, 24, 0, 36],
      },
      { text: sentenceOf(paper), leadingIndent: 28 },
      ...listOf(paper),
      { text: '特此证明。', leadingIndent: 28, margin: [0, 12, 0, 0] },
      sealed(paper.organizer, today),
      ...(lacking.length > 0 ? [lackingNote(lacking)] : []),
    ],
  }
}

/** One person in the sentence, several below it. */
function sentenceOf({ title, kind, organization, people, hours, heldOn, until }: Paper): string {
  const [only] = people.length === 1 ? people : []
  const from = organization ? `${organization} ` : ''
  const who = only ? `${from}${only.name}` : `${from}${people.length} 人`
  const day = kind === 'online' && only ? only.attendedOn : heldOn
  const last = kind === 'onSite' && until !== heldOn ? ` 至 ${dayOnPaper(until)}` : ''
  const how = `${trainingKinds[kind]}培训${hours ? `，${hours}` : ''}`
  return `兹证明${who} 于 ${dayOnPaper(day)}${last}参加了“${title}”（${how}）${only ? '。' : '，名单如下：'}`
}

/** Names in three columns. */
function listOf({ people }: Paper): PdfContent[] {
  if (people.length < 2) return []
  const rows = Array.from({ length: Math.ceil(people.length / 3) }, (_, row) =>
    [0, 1, 2].map((column) => people[row * 3 + column]?.name ?? ''),
  )
  return [
    {
      table: { widths: ['*', '*', '*'], body: rows },
      layout: 'lightHorizontalLines',
      margin: [28, 12, 0, 0],
    },
  ]
}

const sealed = (organizer: string, today: string): PdfContent => ({
  margin: [0, 48, 0, 0],
  unbreakable: true,
  stack: [
    { canvas: [sealPlace], relativePosition: { x: width - 2 * side - 210, y: -24 } },
    {
      columns: [
        { width: '*', text: '' },
        { width: 300, alignment: 'center', stack: [{ text: organizer, bold: true }, dayOnPaper(today)] },
      ],
    },
  ],
})

/** Signs that no file system refuses. */
const fileNameOf = ({ title, organization, people }: Paper): string =>
  `培训证明 ${`${title} ${organization ?? people[0]?.name ?? ''}`.replace(/[/\\:*?"<>|]/g, '-').trim()}.pdf`

const lackingNote = (lacking: readonly string[]): PdfContent => ({
  text: lackingWords(lacking),
  fontSize: 9,
  margin: [0, 40, 0, 0],
})
