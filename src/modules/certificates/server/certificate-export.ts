// The filtered list of certificates as a workbook, streamed in portions.
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Column, dayCell, exportList } from '../../../platform/list-export.ts'
import { type Certificate, certificateStates } from '../certificate.ts'
import type { CertificateFilter } from '../certificates-api.ts'
import { conditionOf } from './certificate-filter-store.ts'
import { listCertificates } from './certificate-store.ts'

const columns: Column<Certificate>[] = [
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

/** Leaves a trace: who took which list. */
export async function exportCertificates(
  ctx: Context,
  database: Database,
  filter: CertificateFilter,
): Promise<FileAnswer> {
  const condition = await conditionOf({ ...ctx, db: database }, filter)
  const action = 'certificate.export'
  return exportList(ctx, database, {
    ...{ action, subject: 'certificates', filter, title: '备案证书', columns },
    page: (inside, after, limit) => listCertificates(inside, { action, condition, after, limit }),
    keyOf: ({ issuedOn, id }: Certificate) => [issuedOn, id] as const,
  })
}
