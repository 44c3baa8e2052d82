// Certificates as a PDF for the printer; that they were printed is recorded.
import type { CappedCount } from '../../../kernel/page.ts'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database, Sql } from '../../../platform/db.ts'
import { fileNameOf, makePdf } from '../../../platform/documents/index.ts'
import { recordAll } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize } from '../../../platform/policy.ts'
import { whyNotPrintFound, whyNotStep } from '../certificate-rules.ts'
import { type CertificateFilter, mostPrinted } from '../certificates-api.ts'
import { printableCondition } from './certificate-filter-store.ts'
import { paperOf } from './certificate-paper.ts'
import { certificateSubject, countCertificates, listCertificates, papersOf } from './certificate-store.ts'
import type { CertificateSeen } from './seen-certificates.ts'

type Printing = { database: Database; ids: readonly string[]; address: string }

/** One certificate. Refuses what does not hold, with the way to a new one. */
export async function printCertificate(
  ctx: Context,
  id: string,
  { database, address }: Omit<Printing, 'ids'>,
): Promise<FileAnswer> {
  await authorize(ctx, 'certificate.print', certificateSubject(id))
  return print(ctx, { database, address, ids: [id] })
}

/** Several in one file. Those that the person may not print are refused as a whole: a pile must be complete. */
export async function printCertificates(ctx: Context, printing: Printing): Promise<FileAnswer> {
  refuseIf(printing.ids.length > 0 ? null : nothingChosen)
  return print(ctx, printing)
}

/** All that a filter finds and that hold, in the order of the list; one file, as many as one file holds. */
export async function printFound(
  ctx: Context,
  filter: CertificateFilter,
  printing: Omit<Printing, 'ids'>,
): Promise<FileAnswer> {
  const condition = await printableCondition(ctx, filter)
  refuseIf(whyNotPrintFound(await countPrintable(ctx, condition)))
  const found = await listCertificates(ctx, {
    ...{ action: 'certificate.print', condition, after: null, limit: mostPrinted },
  })
  return print(ctx, { ...printing, ids: found.map(({ id }) => id) })
}

/** A list stops counting here. */
const countCap = 10_000

export async function countPrintable(ctx: Context, condition: Sql): Promise<CappedCount> {
  const counted = await countCertificates(ctx, condition, countCap, 'certificate.print')
  return { value: Math.min(counted, countCap), capped: counted > countCap }
}

async function print(ctx: Context, { database, ids, address }: Printing): Promise<FileAnswer> {
  const papers = await papersOf(ctx, ids)
  refuseIf(whyNotAll(ctx, papers, ids))
  const content = await makePdf(await paperOf(papers, address, ctx.now))
  await recordAll({ ...ctx, db: database }, papers.map(printed))
  const [first] = papers
  return {
    fileName: nameOf(first?.number ?? '', first?.name ?? '', papers.length),
    content,
    inline: true,
  }
}

function whyNotAll(ctx: Context, papers: readonly CertificateSeen[], ids: readonly string[]): Problem | null {
  if (papers.length < ids.length) return notAllFound
  for (const paper of papers) {
    const problem = whyNotStep('print', paper, ctx.today)
    if (problem) return named(problem, paper)
  }
  return null
}

const named = ({ status, body }: Problem, { name, number }: CertificateSeen): Problem =>
  new Problem(status, { ...body, message: `“${name}”（${number}）：${body.message}` })

const nothingChosen = new Problem(422, {
  code: 'certificate.noneChosen',
  message: '没有选择证书。',
  mend: '请先勾选要打印的证书。',
})

const notAllFound = new Problem(404, {
  code: 'notFound',
  message: '有的证书没有找到，或者不在您的管理范围内。',
  mend: '请刷新列表后重新勾选。',
})

const printed = ({ id, number }: CertificateSeen) => ({
  action: 'certificate.print',
  subjectKind: 'certificate',
  subject: id,
  changes: [{ field: 'number', from: null, to: number }],
})

const nameOf = (number: string, name: string, count: number): string =>
  `备案证书 ${count === 1 ? fileNameOf(`${name} ${number}`) : `${count} 张`}.pdf`
