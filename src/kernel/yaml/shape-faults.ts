// What a schema found wrong with a YAML file, in words that name the mend.
import { z } from 'zod'
import { type Finding, type Path, suggest } from './finding.ts'
import { mostFaults } from './read-yaml.ts'

type Issue = z.core.$ZodIssue

/** What helps to mend: the schema, whose names are offered for a wrong one, and what a missing name looks like. */
export type Help = { schema: z.ZodType; examples: Readonly<Record<string, string>> }

/** The schema's issues as findings; `value` is what was read. */
export function shapeFaults(issues: readonly Issue[], value: unknown, help: Help): Finding[] {
  return issues.flatMap((issue) => findings(issue, value, help))
}

function findings(issue: Issue, value: unknown, help: Help): Finding[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, mostFaults).map((key) => unknownKey([...path, key], key, help))
  const given = valueAt(value, path)
  if (given === undefined && path.length > 0) return [missing(path, issue, help)]
  return [{ path, ...wordsOf(issue, given) }]
}

const unknownKey = (path: Path, key: string, { schema }: Help): Finding => ({
  path,
  key: true,
  message: `不认识的名称「${key}」`,
  mend: suggest(key, knownKeys(schema)),
})

/** All names that may be used anywhere, from the schema itself. */
function knownKeys(schema: z.ZodType): string[] {
  const known = keysOf.get(schema)
  if (known) return known
  const keys = [...new Set(keysIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })))]
  keysOf.set(schema, keys)
  return keys
}

const keysOf = new WeakMap<z.ZodType, string[]>()

function keysIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([name, inner]) =>
    name === 'properties' && typeof inner === 'object' && inner !== null
      ? [...Object.keys(inner), ...Object.values(inner).flatMap(keysIn)]
      : keysIn(inner),
  )
}

function missing(path: Path, issue: Issue, { examples }: Help): Finding {
  const name = path.at(-1)
  const options = optionsOf(issue)
  return {
    path,
    message: `缺少「${name}」`,
    mend: `请补上 ${name}${options.length > 0 ? `：${options.join(', ')}` : ''}${examples[String(name)] ?? ''}`,
  }
}

/** The values of `judge`, when none or a wrong one is written. */
const optionsOf = (issue: Issue): string[] =>
  issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)
    ? issue.options.map(String)
    : []

type Words = Pick<Finding, 'message' | 'mend'>

function wordsOf(issue: Issue, given: unknown): Words {
  const shown = show(given)
  switch (issue.code) {
    case 'invalid_type':
      return {
        message: `这里应是${typeWords[issue.expected] ?? issue.expected}，写的是 ${shown}`,
        mend: typeMend(issue, given),
      }
    case 'invalid_union':
      return unionWords(issue, given, shown)
    case 'invalid_value':
      return { message: `这里不能写 ${shown}`, mend: suggest(String(given), issue.values.map(String)) }
    case 'invalid_format':
      return { message: chinese(issue.message) ?? `${shown} 的写法不对`, mend: formatMend(given) }
    case 'too_small':
    case 'too_big':
      return sizeWords(issue, shown)
    default:
      return { message: chinese(issue.message) ?? `${shown} 不合要求`, mend: '请对照随产品提供的例子' }
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '一列（每项前加 - ）',
  object: '一组“名称: 值”',
  record: '一组“名称: 值”',
  tuple: '两个数，例如 [1, 2]',
}

function typeMend(issue: Issue, given: unknown): string {
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof given === 'number')
    return `请加引号："${given}"`
  return '请对照随产品提供的例子改写'
}

function unionWords(issue: Issue, given: unknown, shown: string): Words {
  const options = optionsOf(issue)
  if (options.length === 0)
    return { message: `${shown} 的写法不对`, mend: '应写成数字、百分数如 80%，或这里允许的另一种写法' }
  const wrong = typeof given === 'object' && given !== null ? '' : String(given)
  return { message: `不认识的「${wrong}」`, mend: suggest(wrong, options) }
}

const formatMend = (given: unknown): string =>
  typeof given === 'string' && /^\d{6}(\d{3})?$/.test(given)
    ? `请补足 12 位："${given.padEnd(12, '0')}"`
    : '请按说明改写'

function sizeWords(issue: Issue, shown: string): Words {
  const list = (issue.code === 'too_small' || issue.code === 'too_big') && issue.origin === 'array'
  const limit = issue.code === 'too_small' ? issue.minimum : issue.code === 'too_big' ? issue.maximum : ''
  const least = issue.code === 'too_small'
  if (list)
    return {
      message: `这里${least ? '至少' : '最多'}要有 ${limit} 项`,
      mend: least ? '请补足' : '请删去多余的',
    }
  return {
    message: chinese(issue.message) ?? `${shown} ${least ? '太小' : '太大'}`,
    mend: `${least ? '不小于' : '不大于'} ${limit}`,
  }
}

/** Our own messages are Chinese already; the library's are not. */
const chinese = (message: string): string | null => (/\p{Script=Han}/u.test(message) ? message : null)

function valueAt(value: unknown, path: Path): unknown {
  let at = value
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Record<string | number, unknown>)[step]
  }
  return at
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? `「${value}」` : (JSON.stringify(value) ?? '空')
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
