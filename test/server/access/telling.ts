// What an answer tells: all its text, also inside a workbook, and which things of elsewhere it names.
import { strFromU8, unzipSync } from 'fflate'
import type { Tree } from './naive.ts'

/** The text of a JSON body, or of every part of a workbook. */
export function textOf(raw: Buffer): string {
  const isZip = raw[0] === 0x50 && raw[1] === 0x4b
  if (!isZip) return raw.toString('utf8')
  return Object.entries(unzipSync(raw))
    .map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`)
    .join('\n')
}

/** The kinds of things that answers can tell. `place` is any word that bears the mark of a place. */
export const whats = [
  ...([
    'organization',
    'import',
    'person',
    'posting',
    'programme',
    'leader',
    'census',
    'training',
    'certificate',
    'record',
    'hub',
    'platform',
    'venue',
    'worker',
    'reward',
  ] as const),
  ...(['area', 'place', 'judgement', 'phone', 'partyBranch', 'partyMember', 'attendee'] as const),
]
export type What = (typeof whats)[number]

/** Something that belongs to areas, and may be told only where one of them is. */
export type Secret = { what: What; areas: readonly string[]; keeper?: string | null }

/** Everything that an answer could give away, by how it would show. */
export type Secrets = {
  /** Ids of organizations, imports, people and programmes. */
  ids: ReadonlyMap<string, Secret>
  /** Names as whole values: a name that several areas bear is told with any of them. */
  names: ReadonlyMap<string, readonly Secret[]>
  /** Words that occur nowhere else. */
  marks: readonly (Secret & { word: string })[]
  tree: Tree
}

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const codePattern = /(?<!\d)[1-9]\d{11}(?!\d)/g
/** Values of JSON and cells of a sheet. */
const valuePattern = /"((?:[^"\\]|\\.)*)"|>([^<>]+)</g

/** What a text tells although it may not be told, in words. `asked` is what the caller has given, and knows. */
export function toldBy(
  text: string,
  asked: string,
  secrets: Secrets,
  may: (secret: Secret) => boolean,
): string[] {
  const isTold = (secret: Secret | undefined, word: string) =>
    secret !== undefined && !asked.includes(word) && !may(secret)
  const told = new Set<string>()
  for (const [id] of text.matchAll(idPattern)) {
    if (isTold(secrets.ids.get(id), id)) told.add(`${secrets.ids.get(id)?.what} ${id}`)
  }
  for (const [code] of text.matchAll(codePattern)) {
    if (secrets.tree.has(code) && isTold({ what: 'area', areas: [code] }, code)) told.add(`area ${code}`)
  }
  for (const [, quoted, cell] of text.matchAll(valuePattern)) {
    const name = quoted ?? cell ?? ''
    const bearers = secrets.names.get(name)
    if (bearers?.every((secret) => isTold(secret, name))) told.add(`name ${name}`)
  }
  for (const mark of secrets.marks) {
    if (text.includes(mark.word) && isTold(mark, mark.word)) told.add(`${mark.what} ${mark.word}`)
  }
  return [...told]
}
