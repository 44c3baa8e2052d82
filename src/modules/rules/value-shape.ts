// What the values of a parameter look like, read from its schema: from it come the form that edits one and its words.
import { z } from 'zod'

export type Shape =
  | { kind: 'number'; min: number | null; max: number | null }
  | { kind: 'flag' }
  | { kind: 'text'; longest: number | null }
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'list'; item: Shape }
  | { kind: 'fields'; fields: readonly Field[] }
  /** Names of one's own, each with a value. */
  | { kind: 'named'; value: Shape }
  /** So many values, each of its own kind. */
  | { kind: 'tuple'; items: readonly Shape[] }
  | { kind: 'maybe'; of: Shape }

export type Field = { name: string; shape: Shape; required: boolean }

/** Throws for a schema that has no form: a bug of the parameter that uses it. */
export const shapeOf = (schema: z.ZodType): Shape =>
  read(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json)

type Json = {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Json[]
  items?: Json
  prefixItems?: Json[]
  properties?: Record<string, Json>
  required?: string[]
  additionalProperties?: Json | boolean
  propertyNames?: Json
  minimum?: number
  maximum?: number
  maxLength?: number
}

function read(json: Json): Shape {
  if (json.anyOf) return readUnion(json.anyOf)
  if (json.enum) return { kind: 'choice', choices: json.enum.map(String) }
  if (json.const !== undefined) return { kind: 'choice', choices: [String(json.const)] }
  const reader = readers[json.type ?? '']
  if (!reader) throw new Error(`no form for values like ${JSON.stringify(json)}`)
  return reader(json)
}

const readers: Readonly<Record<string, (json: Json) => Shape>> = {
  integer: readNumber,
  number: readNumber,
  boolean: () => ({ kind: 'flag' }),
  string: ({ maxLength }) => ({ kind: 'text', longest: maxLength ?? null }),
  array: ({ items, prefixItems }) =>
    prefixItems ? { kind: 'tuple', items: prefixItems.map(read) } : { kind: 'list', item: read(items ?? {}) },
  object: readObject,
}

/** Zod bounds an integer by what JavaScript can count: that is no bound of the parameter. */
function readNumber({ minimum, maximum }: Json): Shape {
  const bound = (value: number | undefined) =>
    value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value
  return { kind: 'number', min: bound(minimum), max: bound(maximum) }
}

function readObject({ properties, required = [], additionalProperties, propertyNames }: Json): Shape {
  const value = typeof additionalProperties === 'object' ? additionalProperties : null
  if (properties && !(value && Object.keys(properties).length === 0))
    return { kind: 'fields', fields: Object.entries(properties).map(fieldIn(required)) }
  const known = propertyNames?.enum?.map(String)
  const shape = read(value ?? {})
  return known
    ? { kind: 'fields', fields: known.map((name) => ({ name, shape, required: required.includes(name) })) }
    : { kind: 'named', value: shape }
}

const fieldIn =
  (required: readonly string[]) =>
  ([name, json]: [string, Json]): Field => ({ name, shape: read(json), required: required.includes(name) })

/** A value or none; or one of several constants. */
function readUnion(options: readonly Json[]): Shape {
  const some = options.filter(({ type }) => type !== 'null')
  const [first] = some
  if (some.length === 1 && first) return { kind: 'maybe', of: read(first) }
  const choices = some.flatMap((option) => (option.const === undefined ? [] : [String(option.const)]))
  if (choices.length === some.length) return { kind: 'choice', choices }
  throw new Error(`no form for a choice among ${JSON.stringify(options)}`)
}

/** What a new value of the shape begins with. */
export function emptyOf(shape: Shape): unknown {
  switch (shape.kind) {
    case 'number':
      return shape.min ?? 0
    case 'flag':
      return false
    case 'text':
      return ''
    case 'choice':
      return shape.choices[0]
    case 'list':
      return []
    case 'tuple':
      return shape.items.map(emptyOf)
    case 'named':
      return {}
    case 'maybe':
      return null
    case 'fields':
      return Object.fromEntries(
        shape.fields.filter(({ required }) => required).map((field) => [field.name, emptyOf(field.shape)]),
      )
  }
}
