// Writes a zip as a stream: nothing is held but the piece in hand, so an export of any length needs the same memory.
import { Buffer } from 'node:buffer'
import { pipeline, Readable } from 'node:stream'
import zlib from 'node:zlib'

/** One file of the archive; `content` is pulled only when its turn comes. */
export type ZipPart = { name: string; content: Iterable<Buffer> | AsyncIterable<Buffer> }
/** A file taken over from another archive as it is, still packed. */
export type PackedPart = { name: string; packed: Buffer; method: number; crc: number; unpackedBytes: number }

type Written = {
  name: Buffer
  method: number
  crc: number
  packedBytes: number
  unpackedBytes: number
  offset: number
  /** Names are UTF-8 (0x0800); sizes follow the data (0x0008) unless they are known beforehand. */
  flags: number
}

/** 1980-01-01, so that equal contents give equal bytes. */
const dosDate = 0x21
const deflated = 8
const version = 20

/** The archive's bytes in order. Archives beyond 4 GB are refused by throwing a RangeError. */
export async function* zipChunks(
  parts: Iterable<ZipPart | PackedPart> | AsyncIterable<ZipPart | PackedPart>,
): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for await (const part of parts) {
    const entry = started(part, offset)
    const header = localHeader(entry)
    yield header
    if ('packed' in part) yield part.packed
    else for await (const chunk of deflate(part.content, entry)) yield chunk
    const end = descriptor(entry)
    yield end
    offset += header.length + entry.packedBytes + end.length
    if (offset > 0xffff_ffff || entry.unpackedBytes > 0xffff_ffff) throw new RangeError('zip beyond 4 GB')
    written.push(entry)
  }
  yield directory(written, offset)
}

function started(part: ZipPart | PackedPart, offset: number): Written {
  const name = Buffer.from(part.name)
  if (!('packed' in part)) {
    return { name, method: deflated, crc: 0, packedBytes: 0, unpackedBytes: 0, offset, flags: 0x0808 }
  }
  const { method, crc, packed, unpackedBytes } = part
  return { name, method, crc, packedBytes: packed.length, unpackedBytes, offset, flags: 0x0800 }
}

/** Packs on the thread pool; counts and sums what goes in and out. Stops its source when it is stopped. */
async function* deflate(content: ZipPart['content'], entry: Written): AsyncGenerator<Buffer> {
  const packer = zlib.createDeflateRaw({ level: 4, chunkSize: 65_536 })
  pipeline(
    Readable.from(counted(content, entry), { objectMode: false, highWaterMark: 262_144 }),
    packer,
    () => {},
  )
  for await (const chunk of packer as AsyncIterable<Buffer>) {
    entry.packedBytes += chunk.length
    yield chunk
  }
}

async function* counted(content: ZipPart['content'], entry: Written): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    entry.crc = zlib.crc32(chunk, entry.crc)
    entry.unpackedBytes += chunk.length
    yield chunk
  }
}

function localHeader({ name, method, flags, crc, packedBytes, unpackedBytes }: Written): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(method, 8)
  header.writeUInt16LE(dosDate, 12)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(packedBytes, 18)
  header.writeUInt32LE(unpackedBytes, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function descriptor({ flags, crc, packedBytes, unpackedBytes }: Written): Buffer {
  if ((flags & 8) === 0) return Buffer.alloc(0)
  const block = Buffer.alloc(16)
  block.writeUInt32LE(0x08074b50, 0)
  block.writeUInt32LE(crc, 4)
  block.writeUInt32LE(packedBytes, 8)
  block.writeUInt32LE(unpackedBytes, 12)
  return block
}

function directory(written: readonly Written[], offset: number): Buffer {
  const files = written.map(directoryEntry)
  const size = files.reduce((sum, file) => sum + file.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(written.length, 8)
  end.writeUInt16LE(written.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, end])
}

function directoryEntry({ name, method, flags, crc, packedBytes, unpackedBytes, offset }: Written): Buffer {
  const block = Buffer.alloc(46)
  block.writeUInt32LE(0x02014b50, 0)
  block.writeUInt16LE(version, 4)
  block.writeUInt16LE(version, 6)
  block.writeUInt16LE(flags, 8)
  block.writeUInt16LE(method, 10)
  block.writeUInt16LE(dosDate, 14)
  block.writeUInt32LE(crc, 16)
  block.writeUInt32LE(packedBytes, 20)
  block.writeUInt32LE(unpackedBytes, 24)
  block.writeUInt16LE(name.length, 28)
  block.writeUInt32LE(offset, 42)
  return Buffer.concat([block, name])
}
