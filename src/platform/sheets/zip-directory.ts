// The table of contents of a zip archive, read from its central directory and refused when it is a trap.
import type { SheetLimits } from './limits.ts'
import { broken, encrypted, suspicious, unpackedTooLarge } from './refusals.ts'

export type ZipEntry = {
  name: string
  /** 0 stored, 8 deflated. */
  method: number
  crc: number
  packedBytes: number
  unpackedBytes: number
  /** Where the local header stands. */
  offset: number
}

/** The zip as it lies in memory; `entries` by name in lower case with forward slashes. */
export type ZipArchive = { bytes: Buffer; entries: Map<string, ZipEntry> }

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const locator64Signature = 0x07064b50
const fileSignature = 0x02014b50
const full32 = 0xffffffff

/**
 * Reads the central directory. Throws a Problem when the archive is broken, encrypted, has overlapping or doubled
 * entries, unpacks to more than the limits allow, or is compressed more than any real workbook.
 */
export function openZip(data: Uint8Array, limits: SheetLimits): ZipArchive {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const directory = findDirectory(bytes)
  if (directory.count > limits.entries) throw suspicious('内含文件过多')
  const list = readEntries(bytes, directory)
  refuseOverlap(list)
  refuseBomb(list, limits)
  return { bytes, entries: byName(list) }
}

type Directory = { offset: number; count: number }

function findDirectory(bytes: Buffer): Directory {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) === endSignature) return readEnd(bytes, at)
  }
  throw broken('压缩包不完整，可能没有下载完')
}

function readEnd(bytes: Buffer, at: number): Directory {
  const count = bytes.readUInt16LE(at + 10)
  const offset = bytes.readUInt32LE(at + 16)
  if (count !== 0xffff && offset !== full32) return { offset, count }
  const locator = at - 20
  if (locator < 0 || bytes.readUInt32LE(locator) !== locator64Signature) return { offset, count }
  const record = wide(bytes, locator + 8)
  if (record + 56 > bytes.length || bytes.readUInt32LE(record) !== end64Signature)
    throw broken('压缩目录有误')
  return { offset: wide(bytes, record + 48), count: wide(bytes, record + 32) }
}

function readEntries(bytes: Buffer, { offset, count }: Directory): ZipEntry[] {
  const list: ZipEntry[] = []
  let at = offset
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== fileSignature) throw broken('压缩目录有误')
    const [entry, next] = readEntry(bytes, at)
    list.push(entry)
    at = next
  }
  return list
}

function readEntry(bytes: Buffer, at: number): [ZipEntry, number] {
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
  if (extraEnd > bytes.length) throw broken('压缩目录有误')
  if (bytes.readUInt16LE(at + 8) & 1) throw encrypted()
  const entry: ZipEntry = {
    name: bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedBytes: bytes.readUInt32LE(at + 20),
    unpackedBytes: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  }
  widen(entry, bytes.subarray(nameEnd, extraEnd))
  return [entry, extraEnd + bytes.readUInt16LE(at + 32)]
}

/** Sizes beyond 4 GB stand in the extra field 0x0001, only those that are 0xffffffff, in this order. */
function widen(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) {
      const field = extra.subarray(at + 4, at + 4 + size)
      let from = 0
      for (const key of ['unpackedBytes', 'packedBytes', 'offset'] as const) {
        if (entry[key] !== full32 || from + 8 > field.length) continue
        entry[key] = wide(field, from)
        from += 8
      }
    }
    at += 4 + size
  }
}

function wide(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw broken('压缩目录有误')
  return Number(value)
}

/** Overlapping entries are how a small zip unpacks to petabytes; no honest program writes them. */
function refuseOverlap(list: ZipEntry[]): void {
  const sorted = list.filter((entry) => entry.packedBytes > 0).sort((a, b) => a.offset - b.offset)
  let end = 0
  for (const entry of sorted) {
    if (entry.offset < end) throw suspicious('内含文件互相重叠')
    end = entry.offset + 30 + entry.packedBytes
  }
}

function refuseBomb(list: ZipEntry[], limits: SheetLimits): void {
  const packed = list.reduce((sum, entry) => sum + entry.packedBytes, 0)
  const unpacked = list.reduce((sum, entry) => sum + entry.unpackedBytes, 0)
  if (unpacked > limits.unpackedBytes) throw unpackedTooLarge(limits.unpackedBytes)
  if (unpacked > limits.ratioFrom && unpacked > packed * limits.ratio) throw suspicious('压缩比过高')
}

function byName(list: ZipEntry[]): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  for (const entry of list) {
    const key = entry.name.toLowerCase()
    if (entries.has(key)) throw suspicious('内含重名文件')
    entries.set(key, entry)
  }
  return entries
}
