// Files that are not what they seem, or that want to fill memory: each must be refused with a sentence.
import XLSX from '@e965/xlsx'
import { asXlsx, zipOf } from './as-xlsx.ts'
import { plainRegister } from './registers.ts'

const encoder = new TextEncoder()
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A good workbook in which one part is replaced. */
export const withPart = (name: string, body: string | Uint8Array): Uint8Array =>
  asXlsx([plainRegister(3)], { extra: { [name]: body } })

/** A sheet of empty rows that packs a thousand to one; `bytes` is its unpacked size. */
export function bomb(bytes: number): Uint8Array {
  const row = '<row r="1"><c r="A1"/></row>'
  const rows = row.repeat(Math.ceil(bytes / row.length))
  return withPart(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  )
}

/** A bomb whose directory says that it unpacks to very little. */
export function lyingBomb(bytes: number): Uint8Array {
  const zip = bomb(bytes)
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  for (const at of directoryEntries(zip))
    if (view.getUint32(at + 24, true) > 10_000) view.setUint32(at + 24, 5000, true)
  return zip
}

/** Two directory entries that share the same packed bytes. */
export function overlapping(): Uint8Array {
  const zip = asXlsx([plainRegister(3)])
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const [first = 0, second = 0] = directoryEntries(zip)
  view.setUint32(second + 42, view.getUint32(first + 42, true) + 1, true)
  return zip
}

/** A directory that marks its files as encrypted. */
export function passwordZip(): Uint8Array {
  const zip = asXlsx([plainRegister(3)])
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  for (const at of directoryEntries(zip)) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true)
  return zip
}

function directoryEntries(zip: Uint8Array): number[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const places: number[] = []
  for (let at = 0; at + 46 <= zip.length; at++) if (view.getUint32(at, true) === 0x02014b50) places.push(at)
  return places
}

/** Entities that name each other ten times, ten levels deep. */
export const entityBomb = (): Uint8Array => {
  const levels = Array.from({ length: 10 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`)
  const sheet =
    `<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY e0 "聚沙">${levels.join('')}]><worksheet xmlns="${main}">` +
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&e10;</t></is></c></row></sheetData></worksheet>'
  return withPart('xl/worksheets/sheet1.xml', sheet)
}

/** An entity that would fetch a file. */
export const externalEntity = (): Uint8Array =>
  withPart(
    'xl/sharedStrings.xml',
    `<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst xmlns="${main}"><si><t>&x;</t></si></sst>`,
  )

export const deeplyNested = (): Uint8Array => withPart('xl/worksheets/sheet1.xml', '<a>'.repeat(100_000))

export const unclosedTag = (): Uint8Array =>
  withPart(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="${main}"><sheetData><row r="${'1'.repeat(6_000_000)}`,
  )

/** An xlsx with a password is an OLE file that holds the encrypted package. */
export const encryptedXlsx = (): Uint8Array =>
  ole({ EncryptionInfo: encoder.encode('info'), EncryptedPackage: new Uint8Array(5000) })

/** An xls with a password: its stream begins with BOF and FilePass records. */
export const encryptedXls = (): Uint8Array => {
  const begin = [
    0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00, 0xbb, 0x0d, 0xcc, 0x07, 0, 0, 0, 0, 6, 0, 0, 0,
  ]
  const filePass = [
    0x2f,
    0x00,
    0x36,
    0x00,
    0x01,
    0x00,
    0x01,
    0x00,
    0x01,
    0x00,
    ...new Array<number>(48).fill(7),
  ]
  return ole({
    Workbook: new Uint8Array([...begin, ...filePass, 0x0a, 0, 0, 0, ...new Array<number>(4200).fill(0)]),
  })
}

export const oldWordDocument = (): Uint8Array => ole({ WordDocument: new Uint8Array(5000) })

function ole(streams: Record<string, Uint8Array>): Uint8Array {
  const file = XLSX.CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(streams))
    XLSX.CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content))
  return new Uint8Array(XLSX.CFB.write(file, { type: 'buffer' }) as Buffer)
}

export const wordDocument = (): Uint8Array =>
  zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' })

export const zipWithWorkbook = (): Uint8Array =>
  zipOf({ '街道/名录.xlsx': asXlsx([plainRegister(3)]), 'readme.txt': 'x' })

export const png = (): Uint8Array =>
  new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3])
export const pdf = (): Uint8Array => encoder.encode('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n')
export const rar = (): Uint8Array => new Uint8Array([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x00, 1, 2, 3])
export const nestedHtml = (): Uint8Array =>
  encoder.encode('<html><table><tr><td><table><tr><td>名称</td></tr></table></td></tr></table></html>')
export const mhtml = (): Uint8Array =>
  encoder.encode('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n')
