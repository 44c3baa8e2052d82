// Imports as a person makes them: upload, look at the preview, decide.
import { type Import, type ImportRow, importsApi } from '../src/modules/organizations/imports-api.ts'
import type { Client, Reply } from './client.ts'
import { asXlsx } from './workbooks/as-xlsx.ts'
import type { MadeCell } from './workbooks/made-sheet.ts'

export const headings = ['组织名称', '类别', '所在社区（村）', '负责人', '联系电话', '成员人数', '成立日期']

/** A plain workbook: one row of headings and these rows. */
export const bookOf = (rows: MadeCell[][], titles: readonly string[] = headings): Uint8Array =>
  asXlsx([{ name: '名录', rows: [[...titles], ...rows] }])

export const upload = (
  client: Client,
  area: string,
  bytes: Uint8Array,
  name = '名录.xlsx',
): Promise<Reply<Import>> => client.upload(importsApi.upload, { query: { area } }, { name, bytes })

/** Every row of the preview, page by page. */
export async function previewOf(client: Client, id: string, limit = 200): Promise<ImportRow[]> {
  const rows: ImportRow[] = []
  let after: string | undefined
  do {
    const page = await client.call(importsApi.rows, { params: { id }, query: { limit, after } })
    if (page.status !== 200) throw new Error(`no preview: ${page.raw}`)
    rows.push(...page.body.items)
    after = page.body.next ?? undefined
  } while (after)
  return rows
}

export const commit = (client: Client, id: string, rows: 'all' | 'good' = 'all'): Promise<Reply<Import>> =>
  client.call(importsApi.commit, { params: { id }, body: { rows } })

/** Uploads, checks that nothing stands in the way, and commits all rows. */
export async function importAll(client: Client, area: string, bytes: Uint8Array): Promise<Import> {
  const uploaded = await upload(client, area, bytes)
  const done = await commit(client, uploaded.body.id)
  if (done.status !== 200) throw new Error(`not imported: ${done.raw}`)
  return done.body
}
