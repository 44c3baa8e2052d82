// Marks cells in a copy of an xlsx: only the marked sheets and the styles are written anew, all else is taken over.
import { Buffer } from 'node:buffer'
import { commentsXml, drawingXml, type Note } from './annotate-notes.ts'
import { type SheetPlan, SheetRewriter } from './annotate-sheet.ts'
import { MarkedStyles } from './annotate-styles.ts'
import type { SheetLimits } from './limits.ts'
import { readParts, relationsOf } from './xlsx-parts.ts'
import { attribute } from './xml-scanner.ts'
import { openZip, type ZipArchive, type ZipEntry } from './zip-directory.ts'
import { findEntry, packedOf, unpackText, unpackTextChunks } from './zip-unpack.ts'
import { type PackedPart, type ZipPart, zipChunks } from './zip-write.ts'

/** What to do with one sheet, once the styles are known; `notes` give their places in the original. */
export type SheetOrder = {
  sheet: number
  notes: readonly Note[]
  plan: (styles: MarkedStyles) => SheetPlan
}

/** The copy, or null when the file is written in a way that we cannot change safely (another namespace prefix, no styles). */
export async function annotateXlsx(
  bytes: Uint8Array,
  orders: readonly SheetOrder[],
  limits: SheetLimits,
): Promise<Buffer | null> {
  const zip = openZip(bytes, limits)
  const { sheets, styles: entry, path } = readParts(zip)
  const styles = entry ? MarkedStyles.from(unpackText(zip, entry)) : null
  if (!entry || !styles) return null
  const copy = new Copy(zip)
  for (const order of orders) {
    const part = findEntry(zip, sheets[order.sheet]?.path ?? '')
    if (!part || !(await hasPlainNames(zip, part))) return null
    await rewriteSheet(copy, part, order, styles)
  }
  copy.replace(entry.name, styles.toXml())
  if (orders.some(({ plan }) => plan(styles).keep)) dropCalculationChain(copy, path)
  return copy.toBuffer()
}

/** `<worksheet`, not `<x:worksheet`. */
async function hasPlainNames(zip: ZipArchive, part: ZipEntry): Promise<boolean> {
  for await (const chunk of unpackTextChunks(zip, part)) return /<worksheet[\s>]/.test(chunk.slice(0, 4096))
  return false
}

async function rewriteSheet(
  copy: Copy,
  part: ZipEntry,
  order: SheetOrder,
  styles: MarkedStyles,
): Promise<void> {
  const plan = order.plan(styles)
  const id = relationsOf(copy.zip, part.name).some(({ type }) => /comments|vmlDrawing/i.test(type))
    ? undefined
    : 'rIdNotes'
  const rewriter = new SheetRewriter(id && order.notes.length > 0 ? { ...plan, legacyDrawing: id } : plan)
  const pieces: Buffer[] = []
  for await (const chunk of unpackTextChunks(copy.zip, part)) pieces.push(Buffer.from(rewriter.write(chunk)))
  pieces.push(Buffer.from(rewriter.end()))
  copy.replace(part.name, pieces)
  const notes = order.notes.map((note) => ({ ...note, row: rewriter.moved(note.row) }))
  if (id && notes.length > 0) addNotes(copy, part.name, order.sheet, notes)
}

const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function addNotes(copy: Copy, sheetPath: string, sheet: number, notes: readonly Note[]): void {
  const comments = `xl/importNotes${sheet + 1}.xml`
  const drawing = `xl/drawings/importNotes${sheet + 1}.vml`
  copy.replace(comments, commentsXml(notes))
  copy.replace(drawing, drawingXml(notes))
  copy.relate(sheetPath, [
    `<Relationship Id="rIdNotes" Type="${officeTypes}/vmlDrawing" Target="/${drawing}"/>`,
    `<Relationship Id="rIdNoteTexts" Type="${officeTypes}/comments" Target="/${comments}"/>`,
  ])
  copy.declare(
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    `<Override PartName="/${comments}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`,
  )
}

/** The order in which formulas are computed names cells; without it programs make it anew. */
function dropCalculationChain(copy: Copy, workbookPath: string): void {
  const chain = relationsOf(copy.zip, workbookPath).find(({ type }) => type === 'calcChain')
  if (!chain) return
  copy.remove(chain.target)
  copy.change('[Content_Types].xml', (xml) =>
    xml.replace(/<Override\b[^>]*\/>/g, (tag) =>
      attribute(tag, 'PartName')?.toLowerCase() === `/${chain.target}`.toLowerCase() ? '' : tag,
    ),
  )
  copy.change(relationsPath(workbookPath), (xml) =>
    xml.replace(/<Relationship\b[^>]*\/>/g, (tag) => (attribute(tag, 'Id') === chain.id ? '' : tag)),
  )
}

const relationsPath = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels')

/** The original archive with some parts put in the place of others. */
class Copy {
  readonly zip: ZipArchive
  private readonly parts = new Map<string, { name: string; content: Buffer[] } | null>()

  constructor(zip: ZipArchive) {
    this.zip = zip
  }

  replace(name: string, content: string | Buffer[]): void {
    this.parts.set(name.toLowerCase(), {
      name,
      content: typeof content === 'string' ? [Buffer.from(content)] : content,
    })
  }

  remove(name: string): void {
    this.parts.set(name.toLowerCase(), null)
  }

  change(name: string, edit: (xml: string) => string): void {
    const xml = this.text(name)
    if (xml !== null) this.replace(name, edit(xml))
  }

  relate(path: string, relations: readonly string[]): void {
    const name = relationsPath(path)
    const empty =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    const xml = (this.text(name) ?? empty).replace(
      /<Relationships([^>]*)\/>/,
      '<Relationships$1></Relationships>',
    )
    this.replace(
      name,
      xml.replace('</Relationships>', () => `${relations.join('')}</Relationships>`),
    )
  }

  /** Adds to the list of content types; the default for the extension only when it is not there. */
  declare(extension: string, override: string): void {
    this.change('[Content_Types].xml', (xml) => {
      const known = /<Default\b[^>]*Extension="vml"/i.test(xml)
      const types = known ? xml : xml.replace(/<Types\b[^>]*>/, (tag) => tag + extension)
      return types.replace('</Types>', () => `${override}</Types>`)
    })
  }

  async toBuffer(): Promise<Buffer> {
    const chunks: Buffer[] = []
    for await (const chunk of zipChunks(this.list())) chunks.push(chunk)
    return Buffer.concat(chunks)
  }

  private text(name: string): string | null {
    const changed = this.parts.get(name.toLowerCase())
    if (changed) return Buffer.concat(changed.content).toString()
    const entry = findEntry(this.zip, name)
    return entry ? unpackText(this.zip, entry) : null
  }

  /** In the order of the original, new parts behind. */
  private *list(): Generator<ZipPart | PackedPart> {
    for (const [key, entry] of this.zip.entries) {
      const changed = this.parts.get(key)
      if (changed === undefined) yield packedPart(this.zip, entry)
      else if (changed) yield changed
    }
    for (const [key, part] of this.parts) if (part && !this.zip.entries.has(key)) yield part
  }
}

const packedPart = (zip: ZipArchive, entry: ZipEntry): PackedPart => ({
  name: entry.name,
  packed: packedOf(zip, entry),
  method: entry.method,
  crc: entry.crc,
  unpackedBytes: entry.unpackedBytes,
})
