// Reads a YAML text into plain values, keeping where each of them stands. Refuses what could harm.
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml'
import type { Path } from './finding.ts'

export type Position = { line: number; column: number }
export type YamlFault = Position & { message: string; mend: string }

export type ReadYaml = {
  value: unknown
  faults: YamlFault[]
  /** Where the value at a path stands; with `key` the name in front of it. The nearest place above when missing. */
  positionOf: (path: Path, key?: boolean) => Position
}

const mostCharacters = 200_000
/** Nobody mends more than this at one sitting. */
export const mostFaults = 100
const mostDepth = 40

/** Never throws: what cannot be read is a fault. */
export function readYaml(text: string): ReadYaml {
  const refusal = tooMuch(text)
  if (refusal) return refused(refusal)
  try {
    return read(text)
  } catch {
    return refused({
      ...start,
      message: '这个文件不是能读懂的 YAML',
      mend: '请对照随产品提供的例子检查缩进和括号',
    })
  }
}

const start: Position = { line: 1, column: 1 }

const refused = (fault: YamlFault): ReadYaml => ({
  value: undefined,
  faults: [fault],
  positionOf: () => start,
})

function tooMuch(text: string): YamlFault | null {
  if (text.length > mostCharacters)
    return {
      ...start,
      message: `文件太大：${text.length} 个字符，最多 ${mostCharacters} 个`,
      mend: '这里只写规则，不写名单和数据',
    }
  if (!text.trim()) return { ...start, message: '文件是空的', mend: '请复制一个随产品提供的例子开始' }
  return tooDeep(text)
}

/** Brackets nested beyond reason would exhaust the reader before any rule could refuse them. */
function tooDeep(text: string): YamlFault | null {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '[' || character === '{') depth++
    if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
    if (depth > mostDepth) return { ...start, message: '括号套得太深', mend: `最多 ${mostDepth} 层` }
  }
  return null
}

function read(text: string): ReadYaml {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    merge: false,
    logLevel: 'error',
    // The library compares every key with every other: we find double keys below, in one pass.
    uniqueKeys: false,
  })
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const faults = [...syntaxFaults(document, place), ...forbidden(document, place)].slice(0, mostFaults)
  const value: unknown = faults.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 })
  return { value, faults, positionOf: (path, key = false) => place(offsetOf(document, path, key)) }
}

type Place = (offset: number) => Position

function syntaxFaults({ errors }: Document.Parsed, place: Place): YamlFault[] {
  return errors.map(({ code, pos }) => ({ ...place(pos[0]), ...(syntaxWords[code] ?? otherSyntax) }))
}

const otherSyntax = { message: 'YAML 写法有误', mend: '请检查这一行的缩进、冒号后的空格、引号和括号' }

const syntaxWords: Record<string, { message: string; mend: string }> = {
  TAB_AS_INDENT: { message: '用了制表符缩进', mend: '请改用空格' },
  BAD_INDENT: { message: '缩进不对', mend: '同一层的内容要对齐，下一层多缩进两个空格' },
  MISSING_CHAR: { message: '缺少引号、括号、逗号或冒号', mend: '请补全这一行' },
  MULTIPLE_DOCS: { message: '一个文件里有几份 YAML', mend: '请删去 --- 分隔，分成几个文件' },
  BAD_ALIAS: { message: '用了别名（*）', mend: '请把内容写全，这里不用别名' },
  UNEXPECTED_TOKEN: { message: '这里不该有这个符号', mend: '文字里有冒号、井号、引号时，请给整句加引号' },
  BLOCK_AS_IMPLICIT_KEY: { message: '冒号或缩进的位置不对', mend: '文字里有冒号时，请给整句加引号' },
  MULTILINE_IMPLICIT_KEY: { message: '名称跨了行', mend: '名称和冒号要在同一行' },
}

/**
 * Double names, and what has no use here: aliases (which can blow a small text up to gigabytes), anchors, tags,
 * names that are no plain words.
 */
function forbidden(document: Document.Parsed, place: Place): YamlFault[] {
  const faults: YamlFault[] = []
  visit(document, (_, node) => {
    if (isMap(node)) faults.push(...keyFaults(node, place))
    if (isNode(node)) faults.push(...nodeFaults(node, place))
  })
  return faults
}

function nodeFaults(node: Node, place: Place): YamlFault[] {
  const anchored = isAlias(node) || node.anchor !== undefined
  if (!anchored && node.tag === undefined) return []
  const message = anchored ? '用了别名或锚点（* 或 &）' : '用了类型标记（!）'
  return [{ ...place(node.range?.[0] ?? 0), message, mend: '请把内容直接写全' }]
}

function keyFaults({ items }: YAMLMap, place: Place): YamlFault[] {
  const seen = new Set<string>()
  return items.flatMap(({ key }) => {
    const name = isScalar(key) ? String(key.value) : null
    const fresh = name !== null && !seen.has(name)
    if (fresh) seen.add(name)
    return fresh ? [] : [{ ...place(rangeStart(key) ?? 0), ...(name === null ? oddKey : doubleKey) }]
  })
}

const doubleKey = { message: '同一个名称写了两次', mend: '请删去或改名其中一个' }
const oddKey = { message: '这个名称不是普通文字', mend: '请写成“名称: 值”；含 { } [ ] 的文字要加引号' }

/** Walks down the path as far as it exists. */
function offsetOf(document: Document.Parsed, path: Path, key: boolean): number {
  let node: unknown = document.contents
  let offset = rangeStart(node) ?? 0
  for (const [at, step] of path.entries()) {
    const found = stepInto(node, step)
    if (!found) return offset
    node = found.value
    const wanted = key && at === path.length - 1 ? found.key : found.value
    offset = rangeStart(wanted) ?? rangeStart(found.key) ?? offset
  }
  return offset
}

function stepInto(node: unknown, step: string | number): { key: unknown; value: unknown } | null {
  if (isMap(node))
    return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step)) ?? null
  const items = isNode(node) && 'items' in node ? (node as { items: unknown[] }).items : []
  const value = typeof step === 'number' ? items[step] : undefined
  return value === undefined ? null : { key: value, value }
}

const rangeStart = (node: unknown): number | undefined =>
  isNode(node) ? (node as Node).range?.[0] : undefined
