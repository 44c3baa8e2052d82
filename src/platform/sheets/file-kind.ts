// What a file really is, told from its bytes: names lie, and an image renamed to .xlsx must get a clear answer.
import { notSpreadsheet, oldFormat } from './refusals.ts'

export type Container = 'zip' | 'ole' | 'biff' | 'text'

/** Magic numbers of what people upload by mistake. */
const strangers: readonly (readonly [string, string])[] = [
  ['89504e47', '一张图片（PNG）'],
  ['ffd8ff', '一张图片（JPEG）'],
  ['47494638', '一张图片（GIF）'],
  ['424d', '一张图片（BMP）'],
  ['52494646', '一张图片或音视频'],
  ['25504446', '一份 PDF 文档'],
  ['7b5c727466', '一份 RTF 文档'],
  ['526172211a07', '一个 RAR 压缩包'],
  ['377abcaf271c', '一个 7z 压缩包'],
  ['1f8b', '一个 gzip 压缩包'],
  ['4d5a', '一个程序'],
  ['7f454c46', '一个程序'],
]

/** Decides by content. Throws a Problem for images, PDF, other archives and unknown binary data. */
export function containerOf(bytes: Uint8Array): Container {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
  const start = head.toString('hex', 0, 8)
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return 'zip'
  if (start === 'd0cf11e0a1b11ae1') return 'ole'
  if (/^09(00|02|04|08)(04|06|08|10)00/.test(start)) return 'biff'
  refuseStranger(head, start)
  return 'text'
}

function refuseStranger(head: Buffer, start: string): void {
  const stranger = strangers.find(([magic]) => start.startsWith(magic))
  if (stranger && !(stranger[0].length < 6 && looksLikeText(head))) throw notSpreadsheet(stranger[1])
  if (/^mime-version:/i.test(head.toString('latin1', 0, 40).trimStart()))
    throw oldFormat('单个文件网页（MHT）')
  if (!looksLikeText(head) && !isUtf16(start)) throw notSpreadsheet('无法识别的二进制文件')
}

const isUtf16 = (start: string): boolean => start.startsWith('fffe') || start.startsWith('feff')

/** Text has no NUL and hardly any control characters, in any of the encodings that we read. */
function looksLikeText(head: Buffer): boolean {
  let strange = 0
  for (const byte of head) {
    if (byte === 0) return false
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26) strange++
  }
  return strange <= head.length / 50
}
