// Names as people type them: one a line, a leader with （负责人） behind the name.
import type { Attendee } from '../training.ts'

const mark = '（负责人）'

/** 王芳（负责人）、李明. */
export const namesText = (names: readonly Attendee[], between = '、'): string =>
  names.map(({ name, leader }) => name + (leader ? mark : '')).join(between)

/** Lines, and names between commas of any kind. */
export const namesFrom = (text: string): Attendee[] =>
  text
    .split(/[\n,，、;；]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const name = line.replace(/[（(]\s*负责人\s*[）)]$/, '').trim()
      return { name: name || line, leader: name !== line && name !== '' }
    })
