// How people write who came to an activity in a spreadsheet: a number to know somebody again by, and kinds of people.
import { mismatch, nothing, type Parsed, parsePhone, readPlain } from '../organizations/import/index.ts'
import { type ServedKind, servedKinds } from '../people/served-kinds.ts'

type Cell = Parameters<typeof readPlain>[0]

/** A mobile number, as signing up asks for. */
export function parseMobile(cell: Cell): Parsed<string> {
  const parsed = parsePhone(cell)
  if ('problem' in parsed || parsed.ok === null || /^1\d{10}$/.test(parsed.ok)) return parsed
  return mismatch(parsed.ok, '11 位手机号；没有就空着')
}

/** Other words of paper lists. 低保 and 特困 are one kind, and so are the other pairs of the labels. */
const words: Record<ServedKind, readonly string[]> = {
  lowIncome: ['低保', '低保户', '低保对象', '特困', '特困人员'],
  emptyNest: ['空巢', '空巢老人'],
  elderly: ['老人', '老年人', '其他老年人'],
  leftBehind: ['留守', '留守人员', '农村留守人员'],
  children: ['困境儿童'],
  youth: ['儿童', '青少年', '儿童青少年', '其他青少年'],
  disabled: ['残疾', '残疾人'],
  migrant: ['务工', '务工人员', '进城务工人员', '外来务工人员', '随迁子女'],
}

const byWord = new Map<string, ServedKind>(
  (Object.keys(servedKinds) as ServedKind[]).flatMap((kind) =>
    [servedKinds[kind], ...words[kind]].map((word) => [word, kind] as const),
  ),
)

/** 空巢老人、残疾人: of several kinds at once. A label with a 、 in it is read as a whole first. */
export function parseKinds(cell: Cell): Parsed<ServedKind[]> {
  const read = readPlain(cell)
  if ('problem' in read) return read
  const text = read.text.replace(/\s/g, '')
  if (text === '' || text === '无') return nothing
  const whole = byWord.get(text)
  if (whole) return { ok: [whole] }
  const parts = text.split(/[、,，;；/]/).filter(Boolean)
  const strange = parts.find((part) => !byWord.has(part))
  if (strange !== undefined)
    return mismatch(strange, `${Object.values(servedKinds).join('；')}中的一种或几种`)
  return { ok: [...new Set(parts.flatMap((part) => byWord.get(part) ?? []))] }
}
