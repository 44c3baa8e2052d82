// The papers of an application: files that are handed in, and the roster, typed or read from a workbook.
import { paperKinds } from '../../../kernel/file-kind.ts'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { keepFile, sendFile } from '../../../platform/files/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { type Cell, readWorkbook } from '../../../platform/sheets/index.ts'
import type { Upload } from '../../../platform/upload.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { type Application, longestRoster, type Member } from '../filing.ts'
import { isFillable } from '../offers.ts'
import { readRoster, whyNotRoster } from '../roster-rules.ts'
import { materialsFor, termsOf } from '../terms.ts'
import { fillable, written } from './filing-commands.ts'
import { type ApplicationRow, applicationAndAround, applicationSubject } from './filing-store.ts'
import { hasFile, linkFile, membersOf, unlinkFile, writeRoster } from './roster-store.ts'

const handedInKinds = [...paperKinds, 'docx', 'doc'] as const

export async function addFile(
  ctx: Context,
  id: string,
  material: string,
  upload: Upload,
): Promise<Application> {
  const row = await fillable(ctx, id)
  await refuseUnasked(ctx, row, material)
  const file = await keepFile(ctx, upload, handedInKinds)
  await linkFile(ctx, id, material, file.id)
  return written(ctx, row, 'filing.addFile')
}

/** Exactly the papers of the rule set are taken, no others. */
async function refuseUnasked(ctx: Context, row: ApplicationRow, material: string): Promise<void> {
  const terms = row.terms ?? termsOf(await rulesFor(ctx.db, row.area), row.tier, row.inCommunity)
  const asked = materialsFor(terms, row.facts).find(({ id }) => id === material)
  if (asked?.way === 'file') return
  throw new Problem(422, {
    code: 'filing.unasked',
    message: asked ? `“${asked.title}”由系统生成，不用上传。` : '这件申请不需要这份材料。',
    mend: '只上传材料清单里写着“上传”的。',
  })
}

export async function dropFile(ctx: Context, id: string, file: string): Promise<Application> {
  const row = await fillable(ctx, id)
  if ((await unlinkFile(ctx.db, id, file)) === 0) throw notFound('文件')
  return written(ctx, row, 'filing.dropFile')
}

export async function readFile(ctx: Context, id: string, file: string): Promise<FileAnswer> {
  await authorize(ctx, 'filing.see', applicationSubject(id))
  if (!(await hasFile(ctx.db, id, file))) throw notFound('文件')
  return sendFile(ctx.db, file)
}

export type RosterSeen = { members: Member[]; party: boolean }

/** Names for those who handle it; party facts for whoever typed them, while they are typing. */
export async function rosterOf(ctx: Context, id: string): Promise<RosterSeen> {
  await authorize(ctx, 'filing.seeRoster', applicationSubject(id))
  const row = (await applicationAndAround(ctx, id))?.row
  const typed = row !== undefined && isFillable(row.status) && isTypist(row, ctx.who.id)
  const members = await membersOf(ctx.db, id)
  return { members: typed ? members : members.map((member) => ({ ...member, party: null })), party: typed }
}

const isTypist = ({ keeper, openedBy }: ApplicationRow, reader: string | null): boolean =>
  reader === keeper || reader === openedBy

/** With party facts; the look is recorded. */
export async function partyOf(ctx: Context, id: string): Promise<RosterSeen> {
  await authorize(ctx, 'filing.seeParty', applicationSubject(id))
  await record(ctx, { action: 'filing.seeParty', subjectKind: 'application', subject: id })
  return { members: await membersOf(ctx.db, id), party: true }
}

export async function saveRoster(ctx: Context, id: string, members: readonly Member[]): Promise<Application> {
  const row = await fillable(ctx, id)
  refuseIf(whyNotRoster(members))
  await writeRoster(ctx.db, id, members)
  return written(ctx, row, 'filing.saveRoster')
}

/** The first sheet that is not hidden; nothing is written when a row is wrong. */
export async function uploadRoster(ctx: Context, id: string, upload: Upload): Promise<Application> {
  const row = await fillable(ctx, id)
  const workbook = await readWorkbook(upload.bytes, upload.fileName)
  const sheet = workbook.sheets.find(({ hidden }) => !hidden)
  const members = readRoster((sheet?.rows ?? []).map((cells) => cells.map(textOf)))
  refuseIf(whyNotLength(members.length))
  await writeRoster(ctx.db, id, members)
  return written(ctx, row, 'filing.saveRoster')
}

const textOf = (cell: Cell): string =>
  cell === null || typeof cell === 'object'
    ? ''
    : typeof cell === 'boolean'
      ? cell
        ? '是'
        : '否'
      : String(cell)

const whyNotLength = (rows: number): Problem | null =>
  rows <= longestRoster
    ? null
    : new Problem(422, {
        code: 'filing.rosterTooLong',
        message: `名册有 ${rows} 人，一份最多 ${longestRoster} 人。`,
        mend: '请只报本组织的成员。',
      })
