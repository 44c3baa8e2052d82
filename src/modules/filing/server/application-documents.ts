// The application form on paper: as PDF to print and sign, as Word to go on writing.
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
  type WordBlock,
} from '../../../platform/documents/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type ApplicationForm, applicationForm, type FormBox, type FormField } from '../application-form.ts'
import { threadWords } from '../offers.ts'
import { applicationAndAround } from './filing-store.ts'
import { shownApplication } from './filing-view.ts'

/** With what the reader sees of the application: a telephone number that is masked on the page is masked here. */
export async function formPdf(ctx: Context, id: string): Promise<FileAnswer> {
  const { form, name, demo } = await formOf(ctx, id)
  const lacking = await missingGlyphs(...form.fields.map(({ value }) => value), ...form.boxes.map(saidText))
  const content = await makePdf({
    info: {
      title: `${name} ${form.title}`,
      creator: '聚沙',
      producer: '聚沙',
      creationDate: new Date(ctx.now),
    },
    pageMargins: [56, 52, 56, 52],
    defaultStyle: { fontSize: 11, lineHeight: 1.15 },
    ...(demo ? { background: () => demoMark({ x: 56, y: 300 }) } : {}),
    footer: (page, pages) => ({ text: `— ${page} / ${pages} —`, alignment: 'center', fontSize: 9 }),
    content: pdfBlocks(form, lacking),
  })
  return { fileName: `${nameOf(name, form.title)}.pdf`, content, inline: true }
}

export async function formWord(ctx: Context, id: string): Promise<FileAnswer> {
  const { form, name, demo } = await formOf(ctx, id)
  const content = await makeWord({ title: `${name} ${form.title}`, blocks: wordBlocks(form, demo) })
  return { fileName: `${nameOf(name, form.title)}.docx`, content }
}

/** Refuses (404) who may not see the application. */
async function formOf(
  ctx: Context,
  id: string,
): Promise<{ form: ApplicationForm; name: string; demo: boolean }> {
  const application = await shownApplication(ctx, id)
  const thread = (await applicationAndAround(ctx, id))?.around.thread ?? []
  const steps = thread.flatMap(({ step, supports, words, who, at }) =>
    step === 'say' || step === 'urge' ? [] : [{ step, what: threadWords(step, supports), words, who, at }],
  )
  return { form: applicationForm(application, steps), name: application.name, demo: application.demo }
}

function pdfBlocks(
  { title, mark, fields, promise, boxes }: ApplicationForm,
  lacking: string[],
): PdfContent[] {
  const body = [
    ...rowsOf(fields).map(pdfRow),
    [label('申请人'), { ...signed(promise, '负责人签字：'), colSpan: 3 }, '', ''],
    ...boxes.map((box) => [label(box.label), { ...boxed(box), colSpan: 3 }, '', '']),
  ]
  return [
    { text: title, fontSize: 20, bold: true, alignment: 'center', margin: [0, 0, 0, 4] },
    { text: mark === null ? ' ' : `（${mark}）`, alignment: 'center', fontSize: 10, margin: [0, 0, 0, 8] },
    { table: { widths: [88, '*', 88, '*'], body, dontBreakRows: true }, layout: ruled },
    ...(lacking.length > 0
      ? [{ text: lackingWords(lacking), fontSize: 9, margin: [0, 8, 0, 0] } as PdfContent]
      : []),
  ]
}

/** Rows of one wide field, or of two short ones. */
function rowsOf(fields: readonly FormField[]): FormField[][] {
  return fields.reduce<FormField[][]>((rows, field) => {
    const last = rows.at(-1)
    if (!field.wide && last?.length === 1 && last[0]?.wide === false) last.push(field)
    else rows.push([field])
    return rows
  }, [])
}

function pdfRow([first, second]: FormField[]) {
  if (!first) return []
  if (!second) return [label(first.label), { text: first.value, colSpan: 3 }, '', '']
  return [label(first.label), first.value, label(second.label), second.value]
}

const label = (text: string) => ({ text, alignment: 'center' as const, color: '#333333' })

const ruled = {
  hLineWidth: () => 0.7,
  vLineWidth: () => 0.7,
  paddingTop: () => 6,
  paddingBottom: () => 6,
}

const right = (text: string, top = 2) => ({
  text,
  alignment: 'right' as const,
  margin: [0, top, 8, 0] as [number, number, number, number],
})

const signed = (text: string, place: string) => ({
  stack: [text, right(`${place}＿＿＿＿＿＿＿＿`, 16), right(handDay)],
})
const handDay = '年　　　月　　　日'

const boxed = ({ said }: FormBox) =>
  said
    ? { stack: [said.words, right(`${said.who}　${dayOnPaper(said.day)}`, 8), right('（盖章）')] }
    : { stack: [' ', right('经办人：＿＿＿＿＿＿＿＿　（盖章）', 22), right(handDay)] }

const saidText = ({ said }: FormBox): string => (said ? `${said.words}${said.who}` : '')

const wordBlocks = ({ title, mark, fields, promise, boxes }: ApplicationForm, demo: boolean): WordBlock[] => [
  { title },
  ...(demo ? [{ text: `（${demoWords}）`, align: 'center' as const }] : []),
  ...(mark ? [{ text: `（${mark}）`, align: 'center' as const }] : []),
  {
    table: [
      ...fields.map(({ label, value }) => [label, value]),
      ['申请人', `${promise}\n负责人签字：＿＿＿＿＿＿＿＿\n${handDay}`],
      ...boxes.map(({ label, said }) => [
        label,
        said
          ? `${said.words}\n${said.who}　${dayOnPaper(said.day)}（盖章）`
          : `\n经办人：＿＿＿＿＿＿＿＿　（盖章）\n${handDay}`,
      ]),
    ],
    widths: [26, 74],
  },
]

const nameOf = (name: string, title: string): string => fileNameOf(`${name || '未命名'} ${title}`)
