// The parts of an OpenAPI 3.1 document that the page shows, and how its schemas are put into words.

export type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  pattern?: string
  description?: string
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  $defs?: Record<string, Schema>
}

export type Parameter = { name: string; in: string; required?: boolean; schema: Schema }
type Content = Record<string, { schema: Schema }>

export type Operation = {
  operationId: string
  tags?: string[]
  summary?: string
  'x-needs'?: string
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { description?: string; content?: Content }>
}

export type OpenApi = {
  info: { title: string; version: string; description?: string }
  tags?: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

export type Listed = Operation & { method: string; path: string }

/** All operations, grouped by their first tag in the order of the tags. */
export function groupsOf(document: OpenApi): { tag: string; operations: Listed[] }[] {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]): Listed => ({ ...operation, method: method.toUpperCase(), path }),
    ),
  )
  const tags = document.tags?.map((tag) => tag.name) ?? [...new Set(all.flatMap((one) => one.tags ?? []))]
  return tags.map((tag) => ({ tag, operations: all.filter((one) => one.tags?.[0] === tag) }))
}

/** Whether an operation holds every word of the text, in its path, summary, id or action. */
export function matches(operation: Listed, text: string): boolean {
  const { method, path, summary, operationId } = operation
  const hay = [method, path, summary, operationId, operation['x-needs']].join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word))
}

/** The schema behind a `$ref` of the document; itself when it is none. */
export function resolved(schema: Schema, document: OpenApi, root: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  if (!name) return schema
  return root.$defs?.[name] ?? document.components?.schemas?.[name] ?? schema
}

/** Kind of value in a few Chinese words: `文字，12 位数字`; alternatives joined by 或. */
export function kindWords(schema: Schema): string {
  const options = schema.anyOf ?? schema.oneOf
  if (options) return [...new Set(options.map(kindWords))].join(' 或 ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const types = [schema.type ?? 'any'].flat()
  return [...types.map((type) => typeWords[type] ?? type), ...limitWords(schema)].join('，')
}

const typeWords: Record<string, string> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: '是否',
  object: '对象',
  array: '列表',
  null: '空',
  any: '任意值',
}

function limitWords(schema: Schema): string[] {
  return [
    schema.format,
    schema.format === undefined && schema.pattern && `格式 ${schema.pattern}`,
    rangeWords(schema.minimum, schema.maximum, ''),
    rangeWords(schema.minLength, schema.maxLength, ' 字'),
    rangeWords(schema.minItems, schema.maxItems, ' 项'),
    schema.default !== undefined && `默认 ${JSON.stringify(schema.default)}`,
  ].filter((word): word is string => typeof word === 'string' && word !== '')
}

/** Limits that only say what a computer's integer can hold are left out. */
function rangeWords(low: number | undefined, high: number | undefined, unit: string): string {
  const from = low !== undefined && low > Number.MIN_SAFE_INTEGER ? low : undefined
  const to = high !== undefined && high < Number.MAX_SAFE_INTEGER ? high : undefined
  if (from === undefined && to === undefined) return ''
  if (from === undefined) return `≤ ${to}${unit}`
  return to === undefined ? `≥ ${from}${unit}` : `${from}—${to}${unit}`
}
