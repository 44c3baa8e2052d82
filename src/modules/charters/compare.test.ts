// Two versions beside each other: nothing of either is lost, and what is the same is said to be the same.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCharters, merged } from './compare.ts'

const keys = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f', 'g'))

describe('A comparison', () => {
  it('has every article of both once, in the order of the later version', () => {
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const both = merged(before, after)
        expect([...both].sort()).toEqual([...new Set([...before, ...after])].sort())
        expect(both.filter((key) => after.includes(key))).toEqual(after)
      }),
    )
  })

  it('leaves what fell away behind what it followed', () => {
    expect(merged(['a', 'b', 'c'], ['a', 'c', 'd'])).toEqual(['a', 'b', 'c', 'd'])
    expect(merged(['x', 'a'], ['a'])).toEqual(['x', 'a'])
  })

  it('says of each article whether its words are the same, whatever its number', () => {
    const article = (key: string, number: string, text: string) => ({ key, number, paragraphs: [text] })
    const chapter = (...articles: ReturnType<typeof article>[]) => [
      { key: 'k', number: '第一章', title: '总则', articles },
    ]
    const [compared] = compareCharters(
      chapter(
        article('name', '第一条', '甲'),
        article('old', '第二条', '旧'),
        article('end', '第三条', '完'),
      ),
      chapter(
        article('name', '第一条', '乙'),
        article('end', '第二条', '完'),
        article('new', '第三条', '新'),
      ),
    )
    expect(
      compared?.articles.map(({ key, isSame, before, after }) => [key, isSame, !!before, !!after]),
    ).toEqual([
      ['name', false, true, true],
      ['old', false, true, false],
      ['end', true, true, true],
      ['new', false, false, true],
    ])
  })
})
