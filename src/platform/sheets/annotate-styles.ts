// Adds to a workbook's styles the red of bad cells and the style of the message column, leaving all others in place.
import { attribute } from './xml-scanner.ts'

/** Gives each style used by a bad cell a twin that looks the same but red; new ones are appended at the end. */
export class MarkedStyles {
  private readonly xml: string
  private readonly formats: string[]
  private readonly fill: number
  private readonly twins = new Map<number, number>()
  private readonly added: string[] = []

  /** Null when the styles are not written as every common program does. */
  static from(xml: string): MarkedStyles | null {
    const formats = cellFormats(xml)
    const fills = countOf(xml, 'fills')
    return formats === null || fills === null ? null : new MarkedStyles(xml, formats, fills)
  }

  private constructor(xml: string, formats: string[], fill: number) {
    this.xml = xml
    this.formats = formats
    this.fill = fill
  }

  /** The style number for a bad cell that had the given one. */
  marked(style: number): number {
    const known = this.twins.get(style)
    if (known !== undefined) return known
    const original = this.formats[style] ?? plainFormat
    const number = this.append(withAttributes(original, { fillId: String(this.fill), applyFill: '1' }))
    this.twins.set(style, number)
    return number
  }

  /** The style number of messages: wrapped text on the same red. */
  readonly message = (): number => {
    const known = this.twins.get(-1)
    if (known !== undefined) return known
    const format =
      `<xf numFmtId="49" fontId="0" fillId="${this.fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" ` +
      'applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>'
    const number = this.append(format)
    this.twins.set(-1, number)
    return number
  }

  /** The changed part. */
  toXml(): string {
    const red =
      '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>'
    const count = this.formats.length + this.added.length
    return this.xml
      .replace(/<fills\b[^>]*>/, `<fills count="${this.fill + 1}">`)
      .replace('</fills>', () => `${red}</fills>`)
      .replace(/<cellXfs\b[^>]*>/, `<cellXfs count="${count}">`)
      .replace('</cellXfs>', () => `${this.added.join('')}</cellXfs>`)
  }

  private append(format: string): number {
    this.added.push(format)
    return this.formats.length + this.added.length - 1
  }
}

const plainFormat = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'

function cellFormats(xml: string): string[] | null {
  const block = between(xml, 'cellXfs')
  return block === null ? null : (block.match(/<xf\b[^>]*?\/>|<xf\b[^>]*>[\s\S]*?<\/xf>/g) ?? [])
}

function countOf(xml: string, name: string): number | null {
  const block = between(xml, name)
  return block === null ? null : (block.match(/<fill>|<fill\s|<fill\/>/g) ?? []).length
}

function between(xml: string, name: string): string | null {
  const from = xml.search(new RegExp(`<${name}[\\s>]`))
  const to = xml.indexOf(`</${name}>`)
  return from < 0 || to < from ? null : xml.slice(xml.indexOf('>', from) + 1, to)
}

/** Sets attributes of the first tag in a piece of XML. */
export function withAttributes(xml: string, values: Readonly<Record<string, string>>): string {
  const end = xml.indexOf('>')
  const selfClosing = xml.charAt(end - 1) === '/'
  let tag = xml.slice(0, selfClosing ? end - 1 : end)
  for (const [name, value] of Object.entries(values)) {
    tag = tag.replace(new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`), '')
    tag += ` ${name}="${value}"`
  }
  return `${tag}${selfClosing ? '/>' : '>'}${xml.slice(end + 1)}`
}

/** The style number of a cell's tag, 0 when it names none. */
export const styleNumber = (tag: string): number => Number(attribute(tag, 's') ?? 0)
