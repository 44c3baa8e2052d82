// A name in one way of writing, with the way back to the places of the name as it was typed.

export type Folded = {
  /** Width and case folded, spaces left out. */
  text: string
  /** Where a place of `text` begins in the name as typed. */
  start: (index: number) => number
  /** Where what stands before a place of `text` ends in the name as typed. */
  end: (index: number) => number
}

/** `＂小蚂蚁＂ ＡＢ队` → `"小蚂蚁"ab队`. */
export function foldName(name: string): Folded {
  const units: { from: number; to: number }[] = []
  let text = ''
  let at = 0
  for (const character of name) {
    const plain = character
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{Cf}]/gu, '')
    for (let unit = 0; unit < plain.length; unit++) units.push({ from: at, to: at + character.length })
    text += plain
    at += character.length
  }
  return {
    text,
    start: (index) => units[index]?.from ?? name.length,
    end: (index) => units[index - 1]?.to ?? 0,
  }
}
