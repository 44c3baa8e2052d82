// Text of cells on its way in: escapes of the format resolved, lengths bounded, nothing kept alive by accident.

const escapes = /_x([0-9a-f]{4})_/gi

/** Resolves `_x000D_`, the spreadsheet way to write characters that XML does not allow. */
export const resolveEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(escapes, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** Cuts to the length kept, never through a surrogate pair. */
export function keep(text: string, length: number): string {
  if (text.length <= length) return text
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length)
}

/** Equal texts become one string, and no string holds on to the large piece of XML from which it was cut. */
export class TextPool {
  private readonly known = new Map<string, string>()

  take(text: string): string {
    if (text.length > 64) return detached(text)
    const known = this.known.get(text)
    if (known !== undefined) return known
    if (this.known.size > 50_000) this.known.clear()
    const own = detached(text)
    this.known.set(own, own)
    return own
  }
}

/** A copy with its own memory: engines make long slices as views of the whole. */
const detached = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1))
