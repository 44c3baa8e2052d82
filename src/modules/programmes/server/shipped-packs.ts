// The packs that come with the product.
import { readdirSync, readFileSync } from 'node:fs'
import { Problem } from '../../../kernel/problem.ts'
import { programmeMeasures } from '../measures.ts'
import type { Pack } from '../pack.ts'
import { checkPack } from '../pack-check.ts'

const folder = new URL('../../../../packs/', import.meta.url)
const ending = '.yaml'

/** In the order of their names. */
export const shippedPacks = (): Pack[] => shippedIds().map((id) => parsedPack(shippedText(id)))

export const shippedIds = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort()

/** The YAML of a shipped pack. Refuses a name that none has. */
export function shippedText(id: string): string {
  if (shippedIds().includes(id)) return readFileSync(new URL(`${id}${ending}`, folder), 'utf8')
  throw new Problem(422, {
    code: 'pack.unknown',
    message: `没有名为“${id}”的方案包。`,
    mend: `随产品提供的有：${shippedIds().join('、')}。`,
  })
}

const parsed = new Map<string, Pack>()

/** The pack in a text that passed the check; refuses one that does not, naming the first faults. Parsed once. */
export function parsedPack(text: string): Pack {
  const known = parsed.get(text)
  if (known) return known
  const { pack, faults } = checkPack(text, 'pack.yaml', programmeMeasures)
  const errors = faults.filter((fault) => fault.severity === 'error')
  if (!pack || errors.length > 0) throw badPack(errors)
  parsed.set(text, pack)
  return pack
}

type Fault = { line: number; column: number; at: string; message: string; mend: string }

const badPack = (faults: Fault[]): Problem =>
  new Problem(422, {
    code: 'pack.faulty',
    message: `方案包有 ${faults.length} 处错误，没有载入。`,
    mend: '请按各处的提示修改后再载入。',
    faults: faults.map(({ line, column, message, mend }) => ({
      at: `第 ${line} 行第 ${column} 列`,
      message: `${message} ${mend}`,
    })),
  })
