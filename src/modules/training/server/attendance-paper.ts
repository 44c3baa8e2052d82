// Certificates of attendance: as PDF with who, at which training, when, the place of the seal and the code to verify it;
// and what everybody who has that code is told.
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import {
  codeToVerify,
  dayOnPaper,
  demoMark,
  fileNameOf,
  lackingWords,
  makePdf,
  missingGlyphs,
  type PdfContent,
  type PdfDefinition,
  sealPlace,
} from '../../../platform/documents/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize, notFound, type Subject } from '../../../platform/policy.ts'
import { answerPublicly, paperNumber, unguessable } from '../../../platform/public-answer.ts'
import { maskName } from '../../organizations/masking.ts'
import { type PublicTrainingPaper, trainingKinds } from '../training.ts'
import { unknownPaper } from '../training-rules.ts'
import {
  type Issued,
  insertPaper,
  organizationPaper,
  organizationPaperSubject,
  type Paper,
  type PaperWords,
  paperByCode,
  personPaper,
  personPaperSubject,
  printedBefore,
} from './paper-store.ts'
import { told } from './training-commands.ts'

/** `address`: what a code is appended to, `https://…/verify-training/`. */
type Printing = { database: Database; ctx: Context; address: string }

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
  { database, ctx, address }: Printing,
  subject: Subject,
  find: (db: Context['db']) => Promise<Paper | null>,
): Promise<FileAnswer> {
  await authorize(ctx, 'training.names', subject)
  const paper = await find(ctx.db)
  if (!paper) throw notFound('培训证明')
  const words = wordsOf(paper)
  const issued = await database.transaction((db) => issue({ ...ctx, db }, paper, words))
  const content = await makePdf(await definitionOf({ ...paper, ...words }, issued, address, ctx.now))
  const whose = words.body ?? words.names[0]
  return { fileName: `${fileNameOf(`培训证明 ${paper.title} ${whose}`)}.pdf`, content, inline: true }
}

/** Somebody online is certified the day on which they did it. */
function wordsOf({ training, organization, people, ...paper }: Paper): PaperWords {
  const [only] = people.length === 1 ? people : []
  const day = paper.kind === 'online' && only ? only.attendedOn : null
  return {
    ...{ training, organization: organization?.id ?? null, body: organization?.name ?? null },
    ...{ names: people.map(({ name }) => name), title: paper.title, organizer: paper.organizer },
    ...{ kind: paper.kind, startsOn: day ?? paper.heldOn, endsOn: day ?? paper.until, hours: paper.hours },
  }
}

/** The same words printed again are the same paper. That it was printed is recorded. */
async function issue(ctx: Context, { area, demo }: Paper, words: PaperWords): Promise<Issued> {
  const before = await printedBefore(ctx.db, words)
  const issued = before ?? {
    ...{ number: paperNumber('PX', ctx.today), code: unguessable(), issuedOn: ctx.today },
  }
  if (!before) await insertPaper(ctx, words, { ...issued, demo })
  const changes = [{ field: 'people', from: null, to: words.names.length }]
  await told(ctx, 'print', { id: words.training, area }, { changes })
  return issued
}

/** For everybody who has the code, with names in their first character alone. */
export async function verifyPaper(ctx: Context, code: string): Promise<PublicTrainingPaper> {
  const found = await answerPublicly(() => paperByCode(ctx.db, code), unknownPaper)
  return { ...found, names: found.names.map(maskName) }
}

type Printed = Pick<Paper, 'demo'> & PaperWords

async function definitionOf(
  paper: Printed,
  issued: Issued,
  address: string,
  madeAt: string,
): Promise<PdfDefinition> {
  const lacking = await missingGlyphs(sentenceOf(paper), ...paper.names, paper.organizer)
  return {
    pageMargins: [72, 72, 72, 72],
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
        margin: [0, 24, 0, 6],
      },
      {
        text: `编号：${issued.number}`,
        alignment: 'center',
        fontSize: 10,
        color: '#5a5a5a',
        margin: [0, 0, 0, 28],
      },
      { text: sentenceOf(paper), leadingIndent: 28 },
      ...listOf(paper),
      { text: '特此证明。', leadingIndent: 28, margin: [0, 12, 0, 0] },
      sealed(paper.organizer, issued, address),
      ...(lacking.length > 0 ? [lackingNote(lacking)] : []),
    ],
  }
}

/** One person in the sentence, several below it. */
function sentenceOf({ title, kind, body, names, hours, startsOn, endsOn }: PaperWords): string {
  const [only] = names.length === 1 ? names : []
  const who = `${body ? `${body} ` : ''}${only ?? `${names.length} 人`}`
  const last = kind === 'onSite' && endsOn !== startsOn ? ` 至 ${dayOnPaper(endsOn)}` : ''
  const how = `${trainingKinds[kind]}培训${hours ? `，${hours}` : ''}`
  return `兹证明${who} 于 ${dayOnPaper(startsOn)}${last}参加了“${title}”（${how}）${only ? '。' : '，名单如下：'}`
}

/** Names in three columns. */
function listOf({ names }: PaperWords): PdfContent[] {
  if (names.length < 2) return []
  const rows = Array.from({ length: Math.ceil(names.length / 3) }, (_, row) =>
    [0, 1, 2].map((column) => names[row * 3 + column] ?? ''),
  )
  return [
    {
      table: { widths: ['*', '*', '*'], body: rows },
      layout: 'lightHorizontalLines',
      margin: [28, 12, 0, 0],
    },
  ]
}

/** Kept together on one page: the code on the left, the organizer over the place of its seal on the right. */
const sealed = (organizer: string, { code, issuedOn }: Issued, address: string): PdfContent => ({
  margin: [0, 48, 0, 0],
  unbreakable: true,
  columns: [
    codeToVerify(address + code),
    {
      width: '*',
      stack: [
        {
          columns: [
            { width: '*', text: '' },
            { width: sealPlace.r1 * 2, canvas: [sealPlace] },
            { width: '*', text: '' },
          ],
        },
        {
          relativePosition: { x: 0, y: -84 },
          alignment: 'center',
          stack: [{ text: organizer, bold: true }, dayOnPaper(issuedOn)],
        },
      ],
    },
  ],
})

const lackingNote = (lacking: readonly string[]): PdfContent => ({
  text: lackingWords(lacking),
  fontSize: 9,
  margin: [0, 40, 0, 0],
})
