// A sheet for the door of a training: what it is, and the QR code by which one signs in today.
import type { Context } from '../../../platform/context.ts'
import {
  dayOnPaper,
  demoMark,
  drawable,
  makePdf,
  type PdfContent,
} from '../../../platform/documents/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { doorAddress } from './check-in-commands.ts'
import { type Hall, hallOf, openCode } from './check-in-store.ts'
import { trainingSubject } from './training-store.ts'

/** `address`: of this installation, without a slash at the end. 404 while no code stands open. */
export async function printSheet(ctx: Context, id: string, address: string): Promise<FileAnswer> {
  await authorize(ctx, 'training.run', trainingSubject(id))
  const code = await openCode(ctx.db, id, ctx.today)
  if (code === null) throw notFound('今天打开的签到码')
  const hall = await hallOf(ctx.db, id)
  const content = await makePdf({
    pageSize: 'A4',
    pageMargins: [56, 64, 56, 48],
    info: { title: hall.title, creator: '聚沙', producer: '聚沙', creationDate: new Date(ctx.now) },
    defaultStyle: { fontSize: 18, color: '#222222', lineHeight: 1.3, alignment: 'center' },
    content: await sheet(hall, doorAddress(address, code), ctx.today),
  })
  return { fileName: `扫码签到 ${ctx.today}.pdf`, content, inline: true }
}

async function sheet({ title, organizer, demo }: Hall, link: string, today: string): Promise<PdfContent[]> {
  const shown = await drawable()
  return [
    ...(demo ? [demoMark({ x: 56, y: 40 })] : []),
    { text: '扫码签到', fontSize: 44, bold: true, characterSpacing: 6, margin: [0, 0, 0, 18] },
    { text: shown(title), fontSize: 24, bold: true },
    { text: shown(`${organizer}　${dayOnPaper(today)}`), margin: [0, 4, 0, 0] },
    { qr: link, fit: 300, margin: [0, 30, 0, 24] },
    { text: '用手机扫一扫，选组织，写名字。', fontSize: 22 },
    { text: '没有带手机的，请到签到台登记。', margin: [0, 6, 0, 0] },
    { text: '只在今天有效；只记名字，不记手机号。', fontSize: 14, color: '#5a5a5a', margin: [0, 16, 0, 0] },
  ]
}
