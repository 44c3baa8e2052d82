// Keeps what people hand in and sends it back, so that no file can do harm to whoever opens it.
import { createHash } from 'node:crypto'
import { type FileKind, fileKinds } from '../../kernel/file-kind.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db.ts'
import type { FileAnswer } from '../http.ts'
import { notFound } from '../policy.ts'
import type { Upload } from '../upload.ts'
import { kindOf } from './detect-kind.ts'
import { emptyFile, lies } from './file-faults.ts'
import { cleanFileName, endingOf } from './file-name.ts'
import { deleteOrphans, fileWithBytes, insertFile, type StoredFile } from './file-store.ts'

/**
 * Keeps an upload under the hash of its bytes and answers with what was kept. Its kind is told from the content.
 * Refuses (422, in words): empty, of a kind that is not `allowed`, damaged, with macros, or whose name says another kind.
 * The caller authorizes before, links the file to its own row in the same transaction and records the event.
 */
export async function keepFile(
  ctx: Context,
  upload: Upload,
  allowed: readonly FileKind[],
): Promise<StoredFile> {
  const shownName = upload.fileName.slice(-60)
  if (upload.bytes.length === 0) throw emptyFile(shownName)
  const kind = await kindOf(upload.bytes, shownName, allowed)
  refuseLie(shownName, upload.fileName, kind)
  const file: StoredFile = {
    id: ctx.newId(),
    fileName: cleanFileName(upload.fileName, fileKinds[kind].endings),
    kind,
    byteSize: upload.bytes.length,
    sha256: createHash('sha256').update(upload.bytes).digest('hex'),
    keptAt: ctx.now,
  }
  await insertFile(ctx, file, upload.bytes)
  return file
}

/** A name without an ending lies about nothing. */
function refuseLie(shownName: string, name: string, kind: FileKind): void {
  const ending = endingOf(name)
  const isKnown = knownEndings.has(ending)
  if (isKnown && !(fileKinds[kind].endings as readonly string[]).includes(ending))
    throw lies(shownName, ending, kind)
}

/** Endings that say what a file is; any other is taken for a part of the name (章程.v2). */
const knownEndings = new Set([
  ...Object.values(fileKinds).flatMap(({ endings }) => endings as readonly string[]),
  ...['html', 'htm', 'svg', 'xml', 'exe', 'bat', 'cmd', 'js', 'vbs', 'ps1', 'sh', 'scr', 'com', 'msi', 'lnk'],
  ...['zip', 'rar', '7z', 'gif', 'bmp', 'tif', 'tiff', 'heic', 'txt', 'csv', 'ppt', 'pptx', 'docm', 'xlsm'],
])

/**
 * A kept file as the answer of an endpoint that has authorized the reader: pictures and PDF may be looked at in the
 * browser, everything else is saved; nothing in it runs as a page of ours. 404 when there is none.
 */
export async function sendFile(db: Db, id: string): Promise<FileAnswer> {
  const file = await fileWithBytes(db, id)
  if (!file) throw notFound('文件')
  const { mediaType, inline } = fileKinds[file.kind]
  return {
    fileName: file.fileName,
    content: file.bytes,
    mediaType,
    inline,
    headers: {
      'x-content-type-options': 'nosniff',
      'content-security-policy': file.kind === 'pdf' ? forPdf : `${nothing}; sandbox`,
      'cache-control': 'private, max-age=60',
    },
  }
}

const nothing = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'"
/** Browsers show no PDF in a sandbox; their viewers run none of its scripts on our pages. */
const forPdf = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"

/** Files that somebody handed in and then left aside are dropped after a day; returns how many. */
export const dropOrphanFiles = (db: Db, now: Instant): Promise<number> =>
  deleteOrphans(db, new Date(Date.parse(now) - 86_400_000).toISOString() as Instant)
