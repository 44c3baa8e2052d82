// The filtered list of certificates as a workbook, streamed in portions.
import type { Context } from '../../../platform/context.ts'
import type { Database, Sql } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import { type Certificate, certificateStates } from '../certificate.ts'
import type { CertificateFilter } from '../certificates-api.ts'
import { conditionOf } from './certificate-filter-store.ts'
import { listCertificates } from './certificate-store.ts'

const portion = 1_000

const columns: { title: string; cell: (one: Certificate) => Cell }[] = [
  { title: '证书编号', cell: (one) => one.number },
  { title: '组织名称（证书所载）', cell: (one) => one.name },
  { title: '组织现名', cell: (one) => (one.organizationName === one.name ? null : one.organizationName) },
  { title: '所在社区（村）', cell: (one) => one.place },
  { title: '发证机关', cell: (one) => one.body },
  { title: '发证日期', cell: (one) => dayCell(one.issuedOn) },
  { title: '有效期至', cell: (one) => dayCell(one.validUntil) ?? '长期' },
  { title: '状态', cell: (one) => certificateStates[one.state] },
  { title: '失效日期', cell: (one) => dayCell(one.endedOn) },
  { title: '原因', cell: (one) => one.reason },
  { title: '换发为', cell: (one) => one.replacedBy?.number ?? null },
]

const dayCell = (text: string | null): Cell => (text === null ? null : { day: text, precision: 'day' })

/** Leaves a trace: who took which list. */
export async function exportCertificates(
  ctx: Context,
  database: Database,
  filter: CertificateFilter,
): Promise<FileAnswer> {
  const inDatabase = { ...ctx, db: database }
  await record(inDatabase, {
    action: 'certificate.export',
    subjectKind: 'list',
    subject: 'certificates',
    area: filter.area ?? null,
    changes: [{ field: 'filter', from: null, to: filter }],
  })
  const rows = rowsOf(inDatabase, await conditionOf(inDatabase, filter))
  const content = writeXlsx([{ name: '备案证书', columns: columns.map(({ title }) => ({ title })), rows }])
  return { fileName: `备案证书 ${ctx.today}.xlsx`, content }
}

async function* rowsOf(ctx: Context, condition: Sql): AsyncGenerator<Cell[]> {
  let after: readonly [string, string] | null = null
  for (;;) {
    const found: Certificate[] = await listCertificates(ctx, {
      action: 'certificate.export',
      condition,
      after,
      limit: portion,
    })
    for (const one of found) yield columns.map(({ cell }) => cell(one))
    const last = found.at(-1)
    if (!last || found.length < portion) return
    after = [last.issuedOn, last.id]
  }
}
