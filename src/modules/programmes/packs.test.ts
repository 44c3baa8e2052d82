// The shipped packs: without fault, complete in their words, and in step with the editors' schema.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../kernel/time.ts'
import { programmeMeasures } from './measures.ts'
import type { Pack } from './pack.ts'
import { checkPack } from './pack-check.ts'
import { packDiff } from './pack-diff.ts'
import { packSchemaText } from './pack-schema.ts'
import { plan } from './plan.ts'

const folder = new URL('../../../packs/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

function load(file: string): Pack {
  const { pack } = checkPack(readFileSync(new URL(file, folder), 'utf8'), file, programmeMeasures)
  if (!pack) throw new Error(`${file} has faults`)
  return pack
}

test('there is one pack for each of the five documents', () => {
  expect(files.sort()).toEqual([
    'chongqing.yaml',
    'guangzhou.yaml',
    'red.yaml',
    'suzhou.yaml',
    'taicang.yaml',
  ])
})

describe.each(files)('%s', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8')

  test('has no fault and no warning', () => {
    expect(checkPack(text, file, programmeMeasures).faults).toEqual([])
  })

  test('is named as its file and tells editors its schema', () => {
    expect(`${load(file).id}.yaml`).toBe(file)
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./pack.schema.json')
  })

  test('sorts every base category, and uses every reading and term that it defines', () => {
    const pack = load(file)
    const used = JSON.stringify([pack.targets, pack.terms])
    for (const { id } of pack.readings) expect(used, id).toContain(`"${id}"`)
    for (const { word } of pack.terms) expect(used).toContain(`"term":"${word}"`)
  })

  test('asks for no count twice', () => {
    const { tallies } = plan(load(file), {
      asOf: '2022-06-30' as Day,
      catalogue: programmeMeasures,
      live: new Set(Object.keys(programmeMeasures)),
    })
    expect(new Set(tallies.map(({ id }) => id)).size).toBe(tallies.length)
    expect(tallies.length).toBeGreaterThan(0)
  })
})

test('the schema for editors is the one that reads packs (npx vitest -u writes it)', async () => {
  await expect(packSchemaText()).toMatchFileSnapshot('../../../packs/pack.schema.json')
})

describe('the difference between two versions', () => {
  const old = load('taicang.yaml')
  const changed = (change: (pack: Pack) => void): string[] => {
    const fresh = structuredClone(old)
    change(fresh)
    return packDiff(old, fresh)
  }

  test('is empty when only the version grew', () => {
    expect(changed((pack) => Object.assign(pack, { version: 2 }))).toEqual([])
  })

  test('says a changed threshold with both numbers', () => {
    const words = changed(({ targets }) => Object.assign(targets[1] ?? {}, { need: { atLeast: 12 } }))
    expect(words).toEqual(['目标「城市社区平均拥有的较高质量组织」的要求：平均 ≥ 10 → 平均 ≥ 12'])
  })

  test('says what came and what went', () => {
    const words = changed((pack) =>
      Object.assign(pack, {
        targets: pack.targets
          .slice(1)
          .concat({ ...pack.targets[0], id: 'new', title: '新目标' } as Pack['targets'][0]),
      }),
    )
    expect(words).toEqual(['新增目标「新目标」', '删去目标「每个社区“5+X”」'])
  })

  test('says a changed meaning of a term, a moved date and a changed mapping', () => {
    const words = changed((pack) => {
      Object.assign(pack, { to: '2024-12-31' })
      Object.assign(pack.terms[0] ?? {}, { where: { status: 'active' } })
      Object.assign(pack.taxonomy.categories[0] ?? {}, { from: ['charity', 'environment'] })
    })
    expect(words).toEqual([
      '方案结束日：2023-12-31 → 2024-12-31',
      '类别「公益慈善类」包括的基础类别：charity → charity、environment',
      '用词「较高质量」的条件有修改',
    ])
  })
})
