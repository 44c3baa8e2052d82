// The shipped divisions: their totals, three provinces truly read, and what is said about a wrong code.
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Problem, type ProblemBody } from '../../../kernel/problem.ts'
import type { AreaLevel, Division } from '../area.ts'
import { isVirtual } from '../area-codes.ts'
import { type LevelCounts, noCounts, publishedRows } from '../divisions.ts'
import {
  findDivisions,
  listProvinces,
  readAllDivisions,
  readManifest,
  readProvinceText,
  readSubtree,
} from './divisions.ts'

const count = (rows: Iterable<{ level: AreaLevel }>): LevelCounts => {
  const counts = noCounts()
  for (const { level } of rows) counts[level]++
  return counts
}

const names = (areas: readonly Division[]): string[] => areas.map(({ name }) => name)

describe('the manifest', () => {
  it('counts the published table of 2023', () => {
    const { rows, areas, virtual, codeSystem } = readManifest()
    expect(codeSystem).toBe('stats-2023')
    expect(rows).toEqual({ province: 31, city: 342, county: 2978, township: 41_352, community: 620_573 })
    expect(areas).toEqual({ province: 31, city: 333, county: 2974, township: 41_340, community: 620_572 })
    expect(virtual).toBe(1447)
  })

  it('adds up', () => {
    const { rows, areas, virtual, provinces } = readManifest()
    for (const level of Object.keys(rows) as AreaLevel[]) {
      expect(provinces.reduce((sum, entry) => sum + entry.rows[level], 0)).toBe(rows[level])
      expect(provinces.reduce((sum, entry) => sum + entry.areas[level], 0)).toBe(areas[level])
    }
    expect(provinces.reduce((sum, entry) => sum + entry.virtual, 0)).toBe(virtual)
  })

  it('names every file that is there', () => {
    const files = readdirSync(new URL('../../../../data/areas/', import.meta.url)).filter((file) =>
      file.endsWith('.br'),
    )
    expect(listProvinces().map(({ file }) => file)).toEqual(files.sort())
    expect(files).toHaveLength(31)
  })
})

describe('a province', () => {
  it.each(['320000000000', '460000000000', '500000000000'])('%s holds what the manifest says', (code) => {
    const entry = listProvinces().find((province) => province.code === code)
    if (!entry) throw new Error(`${code} is not in the manifest`)
    const text = readProvinceText(entry)
    expect(createHash('sha256').update(text).digest('hex')).toBe(entry.sha256)
    expect(text).not.toContain('\ufffd')
    expect(count(publishedRows(text))).toEqual(entry.rows)
    const areas = readSubtree(code)
    expect(count(areas)).toEqual(entry.areas)
    expect(areas.filter(isVirtualCommunity)).toHaveLength(entry.virtual)
    expect(new Set(areas.map((area) => area.code)).size).toBe(areas.length)
  })

  const isVirtualCommunity = ({ code, level }: Division): boolean => level === 'community' && isVirtual(code)

  it('comes one at a time when all are read', () => {
    const first = readAllDivisions().next().value
    expect(count(first ?? [])).toEqual(listProvinces()[0]?.areas)
  })
})

describe('a subtree', () => {
  it('of 太仓 has 8 townships and 160 communities, below 江苏省 and 苏州市', () => {
    const areas = readSubtree('320585')
    expect(names(areas.slice(0, 4))).toEqual(['江苏省', '苏州市', '太仓市', '城厢镇'])
    expect(count(areas)).toEqual({ province: 1, city: 1, county: 1, township: 8, community: 160 })
    expect(areas.filter(({ settlement }) => settlement === 'urban')).toHaveLength(88)
    expect(areas.filter(({ settlement }) => settlement === 'rural')).toHaveLength(72)
  })

  it('of 重庆 has its 38 counties directly below it', () => {
    const areas = readSubtree('50')
    expect(count(areas)).toEqual({ province: 1, city: 0, county: 38, township: 1031, community: 11_270 })
    expect(areas.filter(({ parent }) => parent === '500000000000')).toHaveLength(38)
  })

  it('of 儋州 has its townships directly below the city', () => {
    const areas = readSubtree('4604')
    expect(count(areas)).toEqual({ province: 1, city: 1, county: 0, township: 18, community: 340 })
  })

  it('of 五指山 hangs under the province', () => {
    const areas = readSubtree('469001')
    expect(names(areas.slice(0, 2))).toEqual(['海南省', '五指山市'])
  })

  it('of a community is its ancestors and itself', () => {
    expect(names(readSubtree('320585101209'))).toEqual(['江苏省', '苏州市', '太仓市', '沙溪镇', '泰西村委会'])
  })
})

describe('a wrong code', () => {
  const refusal = (text: string): ProblemBody => {
    try {
      readSubtree(text)
    } catch (problem) {
      if (problem instanceof Problem) return problem.body
    }
    throw new Error(`${text} was not refused`)
  }

  it('is answered with what is near', () => {
    const { code, mend } = refusal('320599')
    expect(code).toBe('area.codeUnknown')
    expect(mend).toContain('320500000000 苏州市、320585000000 太仓市')
  })

  it('of a pseudo area is answered with the area above', () => {
    expect(refusal('500100').mend).toContain('500000000000 重庆市')
  })

  it('that is a name is answered with the code of that name', () => {
    const { code, mend } = refusal('太仓')
    expect(code).toBe('area.codeMalformed')
    expect(mend).toContain('320585000000 太仓市')
  })

  it('of no province still says how to mend it', () => {
    expect(refusal('990000').mend).toContain('320585000000')
    expect(refusal('；').mend).toContain('320585000000')
  })
})

describe('finding', () => {
  it.each(['太仓', '太仓市', 'taicang', 'TCS', '320585'])('太仓市 by %s', (query) =>
    expect(names(findDivisions(query))).toContain('太仓市'),
  )

  it('gives the provinces to an empty query', () => {
    expect(names(findDivisions('', 50))).toEqual(listProvinces().map(({ name }) => name))
  })
})
