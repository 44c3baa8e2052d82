// Names of communities as people write them, within the area of the import.
import { describe, expect, test } from 'vitest'
import { indexAreas, type KnownArea, resolveArea } from './resolve-area.ts'

const area = (
  code: string,
  name: string,
  shortName: string,
  level: string,
  township: string | null,
  where = '',
): KnownArea => ({
  ...{ code, name, shortName, level, township, where },
})

const [east, west] = ['320585101000', '320585102000']
const index = indexAreas([
  area('320585000000', '太仓市', '太仓市', 'county', null),
  area(east, '城东街道办事处', '城东街道', 'township', east),
  area(west, '浮桥镇', '浮桥镇', 'township', west),
  area('320585101001', '榆康社区居委会', '榆康社区', 'community', east, '城东街道'),
  area('320585101201', '新塘村委会', '新塘村', 'community', east, '城东街道'),
  area('320585102001', '新塘社区居委会', '新塘社区', 'community', west, '浮桥镇'),
  area('320585102002', '榆康社区居委会', '榆康社区', 'community', west, '浮桥镇'),
])
const resolve = (words: Parameters<typeof resolveArea>[0], chosen: Record<string, string> = {}) =>
  resolveArea(words, index, chosen)

describe('the words of a row mean', () => {
  test.each([
    [{ township: '城东', community: '榆康' }, '320585101001'],
    [{ township: '城东街道办事处', community: '榆康社区居民委员会' }, '320585101001'],
    [{ community: '新塘村' }, '320585101201'],
    [{ community: '新塘社区' }, '320585102001'],
    [{ township: '浮桥镇', community: '新塘' }, '320585102001'],
    [{ area: '太仓市浮桥镇新塘社区' }, '320585102001'],
    [{ area: '320585101001' }, '320585101001'],
    [{ township: '浮桥' }, west],
    [{ community: '浮桥镇' }, west],
  ])('%j: %s', (words, code) => expect(resolve(words)).toEqual({ code }))

  test('several places: asked, and answered once for all rows with that text', () => {
    const asked = resolve({ community: '榆康社区' })
    expect(asked).toMatchObject({
      text: '榆康社区',
      candidates: [{ code: '320585101001' }, { code: '320585102002' }],
    })
    expect(resolve({ community: '榆康社区' }, { 榆康社区: '320585102002' })).toEqual({ code: '320585102002' })
    expect(resolve({ community: '榆康社区' }, { 榆康社区: '999999999999' })).toEqual(asked)
  })

  test.each([
    [{ community: '榆康小区' }, 'community', '是否为“榆康社区'],
    [{ township: '没有镇', community: '榆康' }, 'township', '没有叫“没有镇”的街道（乡镇）'],
    [{ area: '320583101001' }, 'area', '不在太仓市范围内'],
    [{}, 'community', '没有写所在社区（村）'],
  ])('nothing here, %j: a problem that says so', (words, field, message) => {
    const found = resolve(words)
    expect(found).toMatchObject({ field })
    expect('problem' in found ? found.problem : '').toContain(message)
  })
})
