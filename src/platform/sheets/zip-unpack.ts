// Unpacks parts of a zip, never more bytes than the directory promised: a promise is checked, not believed.

import { StringDecoder } from 'node:string_decoder'
import zlib from 'node:zlib'
import { broken, suspicious } from './refusals.ts'
import type { ZipArchive, ZipEntry } from './zip-directory.ts'

const localHeader = 0x04034b50

/** The part with that path, in any case and with or without a leading slash; undefined when there is none. */
export const findEntry = (zip: ZipArchive, path: string): ZipEntry | undefined =>
  zip.entries.get(path.replace(/^\/+/, '').toLowerCase())

/** A whole part as bytes. For the small ones: relations, styles, the list of sheets. */
export function unpackWhole(zip: ZipArchive, entry: ZipEntry): Buffer {
  const packed = packedOf(zip, entry)
  const bytes = entry.method === 0 ? packed : inflateWhole(packed, entry)
  if (entry.crc !== 0 && zlib.crc32(bytes) !== entry.crc) throw broken(`${entry.name} 校验不符`)
  return bytes
}

/** A whole part as text. */
export const unpackText = (zip: ZipArchive, entry: ZipEntry): string => decodeXml(unpackWhole(zip, entry))

/** A part as text, piece by piece, so that a sheet of any size needs little memory and the server stays responsive. */
export async function* unpackTextChunks(zip: ZipArchive, entry: ZipEntry): AsyncGenerator<string> {
  let decoder: StringDecoder | undefined
  for await (const chunk of unpackChunks(zip, entry)) {
    decoder ??= new StringDecoder(encodingOf(chunk))
    yield decoder.write(chunk)
  }
  if (decoder) yield decoder.end()
}

async function* unpackChunks(zip: ZipArchive, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = packedOf(zip, entry)
  let crc = 0
  for await (const chunk of entry.method === 0 ? slices(packed) : inflate(packed, entry)) {
    crc = zlib.crc32(chunk, crc)
    yield chunk
  }
  if (entry.crc !== 0 && crc !== entry.crc) throw broken(`${entry.name} 校验不符`)
}

const sliceBytes = 256 * 1024

async function* slices(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    yield bytes.subarray(at, at + sliceBytes)
    await new Promise(setImmediate)
  }
}

async function* inflate(packed: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const stream = zlib.createInflateRaw({ chunkSize: sliceBytes })
  let unpacked = 0
  stream.end(packed)
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      unpacked += chunk.length
      if (unpacked > entry.unpackedBytes) throw suspicious('解压后比声明的大')
      yield chunk
    }
  } catch (error) {
    throw isZlibError(error) ? broken(`${entry.name} 无法解压`) : error
  } finally {
    stream.destroy()
  }
}

function inflateWhole(packed: Buffer, entry: ZipEntry): Buffer {
  try {
    return zlib.inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpackedBytes, 1) })
  } catch (error) {
    throw isZlibError(error) ? broken(`${entry.name} 无法解压`) : suspicious('解压后比声明的大')
  }
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

/** The bytes of a part as they lie in the archive. */
export function packedOf({ bytes }: ZipArchive, entry: ZipEntry): Buffer {
  const { offset, method } = entry
  if (method !== 0 && method !== 8) throw suspicious(`压缩算法 ${method}`)
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localHeader) throw broken('压缩目录有误')
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + entry.packedBytes > bytes.length) throw broken('压缩包不完整')
  return bytes.subarray(start, start + entry.packedBytes)
}

/** XML parts are UTF-8; a few programs write UTF-16 with a byte order mark. */
const encodingOf = (bytes: Buffer): BufferEncoding =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8'

function decodeXml(bytes: Buffer): string {
  const text = bytes.toString(encodingOf(bytes))
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
