// Finds the encoding of a text by its content and decodes it: Chinese offices save CSV as GBK as often as UTF-8.
import iconv from 'iconv-lite'
import { undecodable } from './refusals.ts'

export type DecodedText = { text: string; encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' }

/**
 * Decodes by byte order mark, else as UTF-8 when it is valid, else as GB18030 (which contains GBK and GB2312).
 * A text that is nearly all valid UTF-8 stays UTF-8, with U+FFFD where bytes are damaged.
 * Throws a Problem when neither fits.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byMark(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return guess(bytes)
  }
}

function byMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** Text of GBK read as UTF-8 is damaged at nearly every character, so the share of damage tells the two apart. */
function guess(bytes: Uint8Array): DecodedText {
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  if (damage(utf8) < 0.05) return { text: utf8, encoding: 'utf-8' }
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'gb18030')
  if (damage(text) > 0.05) throw undecodable()
  return { text, encoding: 'gb18030' }
}

/** The share of U+FFFD among the characters that are not ASCII. */
function damage(text: string): number {
  const beyondAscii = text.match(/[^\0-\x7f]/gu)?.length ?? 0
  return (text.match(/\ufffd/g)?.length ?? 0) / Math.max(beyondAscii, 1)
}
