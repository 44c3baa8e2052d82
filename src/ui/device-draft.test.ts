// Drafts on the device: kept, offered again, forgotten in time.
import { beforeEach, expect, test, vi } from 'vitest'
import { dropDraft, keepDraft, readDraft } from './device-draft.ts'

const day = 86_400_000
let kept = new Map<string, string>()

beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  })
})

test('what was kept comes back with its moment', () => {
  keepDraft('k', { name: '合唱团' }, 5)
  expect(readDraft('k', 5 + day)).toEqual({ at: 5, value: { name: '合唱团' } })
})

test('a draft older than seven days is forgotten and removed', () => {
  keepDraft('k', { name: '合唱团' }, 0)
  expect(readDraft('k', 7 * day + 1)).toBeNull()
  expect(kept.size).toBe(0)
})

test('a draft that was dropped is gone, others stay', () => {
  keepDraft('a', { n: 1 }, 0)
  keepDraft('b', { n: 2 }, 0)
  dropDraft('a')
  expect(readDraft('a', 0)).toBeNull()
  expect(readDraft('b', 0)?.value).toEqual({ n: 2 })
})

test.each(['', '{', 'null', '{"at":"x","value":{}}', '{"at":1}'])(
  'unreadable text %j counts as none',
  (text) => {
    kept.set('jusha.draft.k', text)
    expect(readDraft('k', 1)).toBeNull()
  },
)

test('a device that refuses does not stop the person', () => {
  vi.stubGlobal('localStorage', undefined)
  expect(keepDraft('k', { n: 1 }, 0)).toBe(false)
  expect(readDraft('k', 0)).toBeNull()
})
