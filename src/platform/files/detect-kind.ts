// What a file really is, told from its content: names and headers lie.
import { fileTypeFromBuffer } from 'file-type'
import { type FileKind, fileKinds } from '../../kernel/file-kind.ts'
import { defaultLimits } from '../sheets/limits.ts'
import { openZip, type ZipArchive } from '../sheets/zip-directory.ts'
import { damaged, notAccepted, withMacros } from './file-faults.ts'

/** The kind of a file. Throws a Problem for kinds that are not `allowed`, for damaged files and for macros. */
export async function kindOf(
  bytes: Uint8Array,
  name: string,
  allowed: readonly FileKind[],
): Promise<FileKind> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const kind = found?.ext === 'cfb' ? oldOfficeKind(bytes, name) : knownKind(found?.ext)
  if (!kind || !allowed.includes(kind)) throw notAccepted(name, wordsFor(kind, found?.ext, bytes), allowed)
  if (!isWhole[kind](bytes, name)) throw damaged(name, kind)
  return kind
}

const knownKind = (ending: string | undefined): FileKind | null =>
  ending !== undefined && ending in fileKinds ? (ending as FileKind) : null

/** Word and Excel up to 2003 name their main stream in the directory of a compound file, in UTF-16. */
function oldOfficeKind(bytes: Uint8Array, name: string): FileKind | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = (stream: string) => text.includes(Buffer.from(stream, 'utf16le'))
  if (names('_VBA_PROJECT')) throw withMacros(name)
  if (names('WordDocument')) return 'doc'
  return names('Workbook') ? 'xls' : null
}

/** That a file ends as its kind ends, so that something else with the right first letters is found out. */
const isWhole = {
  pdf: (bytes) => tail(bytes, 2048).includes('%%EOF'),
  jpg: (bytes) => tail(bytes, bytes.length).includes('\xff\xd9'),
  png: (bytes) => tail(bytes, bytes.length).includes('IEND'),
  webp: (bytes) => bytes.length >= 12 && Buffer.from(bytes).readUInt32LE(4) + 8 <= bytes.length,
  docx: (bytes, name) => isOffice(bytes, name, 'word/document.xml'),
  xlsx: (bytes, name) => isOffice(bytes, name, 'xl/workbook.xml'),
  doc: () => true,
  xls: () => true,
} as const satisfies Record<FileKind, (bytes: Uint8Array, name: string) => boolean>

const tail = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.subarray(-length)).toString('latin1')

function isOffice(bytes: Uint8Array, name: string, part: string): boolean {
  const entries = zipEntries(bytes)
  if (!entries?.has('[content_types].xml') || !entries.has(part)) return false
  if ([...entries.keys()].some((entry) => entry.endsWith('vbaproject.bin'))) throw withMacros(name)
  return true
}

/** Null for an archive that is broken or a trap. */
function zipEntries(bytes: Uint8Array): ZipArchive['entries'] | null {
  try {
    return openZip(bytes, defaultLimits).entries
  } catch {
    return null
  }
}

/** In Chinese, what a file seems to be. */
function wordsFor(kind: FileKind | null, ending: string | undefined, bytes: Uint8Array): string {
  if (kind) return ` ${fileKinds[kind].label}`
  const known = strangers.find(([endings]) => ending !== undefined && endings.includes(ending))
  if (known) return known[1]
  if (ending === undefined || ending === 'xml') return wordsForText(bytes)
  return `一种这里不认识的文件（${ending}）`
}

function wordsForText(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('utf8').trimStart().toLowerCase()
  if (start.includes('<svg')) return '一张 SVG 图'
  if (/^(\uFEFF)?<(!doctype html|html|head|body|script|\?php)/.test(start)) return '一个网页'
  return /^[\t\n\r\x20-\x7e\u0080-\uffff]*$/.test(start) ? '一段没有格式的文字' : '无法识别的文件'
}

const strangers: readonly (readonly [readonly string[], string])[] = [
  [['heic', 'heif', 'avif'], '一张 HEIC 图片'],
  [['gif', 'bmp', 'tif', 'jp2', 'ico'], '另一种格式的图片'],
  [['zip', 'rar', '7z', 'gz', 'tar', 'bz2', 'xz'], '一个压缩包'],
  [['exe', 'elf', 'macho', 'class', 'wasm', 'apk', 'jar', 'deb', 'msi'], '一个程序'],
  [['docm', 'dotm', 'xlsm', 'xltm', 'pptm'], '一份带宏程序的文档'],
  [['pptx', 'odp'], '一份演示文稿'],
  [['odt', 'ods', 'rtf', 'epub', 'dotx', 'xltx'], '另一种格式的文档'],
  [['mp4', 'mov', 'avi', 'mkv', 'webm', 'm4v', '3gp'], '一段视频'],
  [['mp3', 'm4a', 'wav', 'flac', 'ogg', 'amr', 'aac'], '一段录音'],
]
