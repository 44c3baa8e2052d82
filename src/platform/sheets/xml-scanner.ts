// A small XML reader for spreadsheet parts: takes text in pieces, knows no entities of its own, cannot be made to grow.
import { broken, entities } from './refusals.ts'

/** Receives what is found; names come without their prefix (`x:row` → `row`). */
export type XmlHandler = {
  /** `tag` is the raw text between < and >, for `attribute()`. */
  open(name: string, tag: string): void
  /** Called for `</x>` and right after `open` for `<x/>`. */
  close(name: string): void
  /** A run of text, entities resolved; may come in several runs. */
  text?(text: string): void
}

const lessThan = 60
const maximumTag = 4 * 1024 * 1024

/** Feeds `write` with pieces in order, then `end`. Throws a Problem for document types and for broken XML. */
export class XmlScanner {
  private readonly handler: XmlHandler
  private rest = ''
  private depth = 0

  constructor(handler: XmlHandler) {
    this.handler = handler
  }

  write(chunk: string): void {
    const text = this.rest + chunk
    let at = 0
    for (;;) {
      const open = text.indexOf('<', at)
      if (open < 0) break
      const close = endOfMarkup(text, open)
      if (close < 0) break
      if (open > at) this.emitText(text, at, open)
      this.emitMarkup(text, open, close)
      at = close
    }
    this.rest = text.slice(at)
    if (this.rest.length > maximumTag) throw broken('XML 不完整')
  }

  end(): void {
    if (this.depth !== 0 || this.rest.trim() !== '') throw broken('XML 不完整')
  }

  private emitText(text: string, from: number, to: number): void {
    this.handler.text?.(unescapeXml(text.slice(from, to)))
  }

  private emitMarkup(text: string, open: number, close: number): void {
    const second = text.charCodeAt(open + 1)
    if (second === 33) this.emitDeclaration(text, open, close)
    else if (second === 47) this.emitClose(localName(text, open + 2, close - 1))
    else if (second !== 63) this.emitOpen(text, open, close)
  }

  private emitOpen(text: string, open: number, close: number): void {
    const selfClosing = text.charCodeAt(close - 2) === 47
    const name = localName(text, open + 1, close - (selfClosing ? 2 : 1))
    this.handler.open(name, text.slice(open, close))
    if (selfClosing) this.handler.close(name)
    else if (++this.depth > 256) throw broken('XML 嵌套过深')
  }

  private emitClose(name: string): void {
    if (--this.depth < 0) throw broken('XML 标记不成对')
    this.handler.close(name)
  }

  private emitDeclaration(text: string, open: number, close: number): void {
    if (text.startsWith('<![CDATA[', open)) this.handler.text?.(text.slice(open + 9, close - 3))
    else if (!text.startsWith('<!--', open)) throw entities()
  }
}

/** Runs the scanner over one whole text. */
export function scanXml(text: string, handler: XmlHandler): void {
  const scanner = new XmlScanner(handler)
  scanner.write(text)
  scanner.end()
}

/** The index behind the markup that starts at `open`, or -1 when it is not complete yet. */
function endOfMarkup(text: string, open: number): number {
  if (text.charCodeAt(open + 1) === 33) return endOfDeclaration(text, open)
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 62) return at + 1
    if (code === 34 || code === 39) {
      at = text.indexOf(code === 34 ? '"' : "'", at + 1)
      if (at < 0) return -1
    } else if (code === lessThan) throw broken('XML 标记有误')
  }
  return -1
}

function endOfDeclaration(text: string, open: number): number {
  if (text.length - open < 9)
    return text.length - open > 3 && /^<!D/i.test(text.slice(open, open + 3)) ? refuse() : -1
  if (text.startsWith('<!--', open)) return after(text, '-->', open + 4)
  if (text.startsWith('<![CDATA[', open)) return after(text, ']]>', open + 9)
  return refuse()
}

function refuse(): never {
  throw entities()
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

function localName(text: string, from: number, to: number): string {
  let start = from
  let end = from
  for (; end < to; end++) {
    const code = text.charCodeAt(end)
    if (code <= 32 || code === 47) break
    if (code === 58) start = end + 1
  }
  return text.slice(start, end)
}

/** The value of one attribute in a raw tag, entities resolved; undefined when absent. */
export function attribute(tag: string, name: string): string | undefined {
  const raw = rawAttribute(tag, name)
  return raw === undefined || !raw.includes('&') ? raw : unescapeXml(raw)
}

function rawAttribute(tag: string, name: string): string | undefined {
  const at = tag.indexOf(` ${name}="`)
  if (at < 0) return otherSpelling(tag, name)
  const from = at + name.length + 3
  return tag.slice(from, tag.indexOf('"', from))
}

/** Line breaks before, blanks around the sign, single quotes: lawful, rare. */
function otherSpelling(tag: string, name: string): string | undefined {
  if (tag.indexOf(name) < 0) return undefined
  const found = new RegExp(`\\s${name.replace(/[^\w:-]/g, '')}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found ? (found[1] ?? found[2]) : undefined
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Resolves the five named entities and character numbers; anything else stays as written. */
export function unescapeXml(text: string): string {
  if (text.indexOf('&') < 0) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (all, hex, decimal, name) => {
    if (name) return named[name] ?? all
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}
