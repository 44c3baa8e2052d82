// Why two names are near each other, and that it does not matter which of them is typed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Place } from '../naming/places.ts'
import { nearTo, type PlacedName } from './near-names.ts'

const nearness = (a: PlacedName, b: PlacedName) => nearTo(a)(b)
const at = (community: string): Place[] => [
  { level: 'county', name: '太仓市' },
  { level: 'township', name: '浮桥镇' },
  { level: 'community', name: community },
]
const here = at('牌楼社区')
const there = at('浪港社区')

test.each([
  ['牌楼社区夕阳红合唱队', '牌楼社区夕阳红合唱队', '同名'],
  ['牌楼社区夕阳红合唱队', '浪港社区夕阳红合唱队', '只差区划'],
  ['太仓牌楼夕阳红合唱队', '浪港社区“夕阳红”合唱队', '只差区划'],
  ['牌楼社区夕阳红合唱队', '浪港社区夕阳虹合唱队', '读音相同'],
  ['牌楼社区夕阳红合唱队', '浪港社区夕阳红合唱团', '名称相近'],
  ['牌楼社区章真合唱队', '浪港社区张正合畅团', '读音相近'],
  ['牌楼社区夕阳红合唱队', '浪港社区小橘灯护河队', undefined],
  ['牌楼社区清泉护河服务队', '浪港社区暖心护河服务队', undefined],
  ['牌楼社区', '浪港社区', undefined],
])('%s beside %s: %s', (a, b, why) => {
  expect(nearness({ name: a, places: here }, { name: b, places: there })?.why).toBe(why)
})

const name = fc
  .array(fc.constantFrom('牌楼社区', '浪港社区', '夕阳', '红', '虹', '合唱', '队', '团', '太仓'), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(''))

test('is the same both ways, and every name is the same as itself', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [one, other] = [
        { name: a, places: here },
        { name: b, places: there },
      ]
      expect(nearness(one, other)).toEqual(nearness(other, one))
      expect(nearness(one, { name: a, places: there })?.why).toBe('同名')
    }),
  )
})
