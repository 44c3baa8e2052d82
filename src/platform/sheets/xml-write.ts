// Writes text into XML so that any reader gets the same text back, whatever characters it has.

/** What needs care: markup, control characters, halves of surrogate pairs, and text that looks like an escape. */
const special =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[<>&"\u0000-\u001f\ufffe\uffff\ud800-\udfff]|_x[0-9a-f]{4}_/i
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text of a cell: characters that XML forbids become `_xHHHH_`, as spreadsheet programs write them. */
export function escapeCell(text: string): string {
  if (!special.test(text)) return text
  return escapeXml(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replace(controls, hexEscape))
}

const hexEscape = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** Markup characters only: for names and attribute values that hold no forbidden characters. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Blanks at the ends and line breaks get lost without this attribute. */
export const textElement = (text: string): string =>
  /^\s|\s$|\n|\t/.test(text)
    ? `<t xml:space="preserve">${escapeCell(text)}</t>`
    : `<t>${escapeCell(text)}</t>`
