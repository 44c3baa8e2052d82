// A poster for the notice board: what, when, where, and the QR code of the page on which one signs up.
import { spanWords } from '../../../kernel/minute.ts'
import { yearOf } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { demoMark, drawable, makePdf, type PdfContent } from '../../../platform/documents/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize } from '../../../platform/policy.ts'
import { type ActivityRow, activitySubject } from './activity-store.ts'
import { knownActivity } from './activity-view.ts'

/** `address`: of this installation, without a slash at the end. */
export async function makePoster(ctx: Context, id: string, address: string): Promise<FileAnswer> {
  await authorize(ctx, 'activity.edit', activitySubject(id))
  const row = await knownActivity(ctx, id)
  const content = await makePdf({
    pageSize: 'A4',
    pageMargins: [56, 72, 56, 56],
    info: { title: row.title, creator: '聚沙', producer: '聚沙', creationDate: new Date(ctx.now) },
    defaultStyle: { fontSize: 17, color: '#222222', lineHeight: 1.3 },
    content: await poster(row, `${address}/join/${row.code}`, yearOf(ctx.today)),
  })
  return { fileName: `${row.title} 海报.pdf`, content }
}

async function poster(row: ActivityRow, link: string, year: number): Promise<PdfContent[]> {
  const shown = await drawable()
  const facts: [string, string | null][] = [
    ['时间', spanWords(row.from, row.to, year)],
    ['地点', `${row.areaName}　${row.place}`],
    ['主办', row.organizationName ?? row.areaName],
    ['系列', row.seriesTitle],
    ['名额', row.signUp && row.places !== null ? `${row.places} 人，报满后可以候补` : null],
  ]
  return [
    ...(row.demo ? [demoMark({ x: 56, y: 40 })] : []),
    { text: shown(row.title), fontSize: 34, bold: true, margin: [0, 0, 0, 24] },
    ...facts.flatMap(([label, text]) => (text === null ? [] : [factLine(label, shown(text))])),
    ...(row.content === null
      ? []
      : [{ text: shown(shortened(row.content)), margin: [0, 16, 0, 0] as Margin }]),
    ...(row.signUp ? signUpAt(link) : []),
  ]
}

type Margin = [number, number, number, number]

const factLine = (label: string, text: string): PdfContent => ({
  columns: [{ text: label, width: 64, color: '#5a5a5a' }, { text }],
  margin: [0, 0, 0, 6],
})

const shortened = (text: string): string => {
  const letters = [...text]
  return letters.length > 320 ? `${letters.slice(0, 320).join('')}…` : text
}

const signUpAt = (link: string): PdfContent[] => [
  { qr: link, fit: 190, alignment: 'center', margin: [0, 32, 0, 10] },
  { text: '扫码报名：只填称呼和手机号', alignment: 'center', fontSize: 15 },
  { text: link, alignment: 'center', fontSize: 10, color: '#5a5a5a' },
]
