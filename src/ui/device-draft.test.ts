// Drafts on the device: kept, offered again, forgotten in time.
import { expect, test } from 'vitest'
import { dropDraft, keepDraft, readDraft } from './device-draft.ts'

const day = 86_400_000

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  }
}

test('what was kept comes back with its moment', () => {
  const store = memory()
  keepDraft('k', { name: '合唱团' }, 5, store)
  expect(readDraft('k', 5 + day, store)).toEqual({ at: 5, value: { name: '合唱团' } })
})

test('a draft older than seven days is forgotten and removed', () => {
  const store = memory()
  keepDraft('k', { name: '合唱团' }, 0, store)
  expect(readDraft('k', 7 * day + 1, store)).toBeNull()
  expect(store.getItem('k')).toBeNull()
})

test('a draft that was dropped is gone, others stay', () => {
  const store = memory()
  keepDraft('a', { n: 1 }, 0, store)
  keepDraft('b', { n: 2 }, 0, store)
  dropDraft('a', store)
  expect(readDraft('a', 0, store)).toBeNull()
  expect(readDraft('b', 0, store)?.value).toEqual({ n: 2 })
})

test.each(['', '{', 'null', '{"at":"x","value":{}}', '{"at":1}'])(
  'unreadable text %j counts as none',
  (text) => {
    const store = memory()
    store.setItem('k', text)
    expect(readDraft('k', 1, store)).toBeNull()
  },
)

test('a full device does not stop the person', () => {
  const full = {
    ...memory(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  expect(() => keepDraft('k', { n: 1 }, 0, full)).not.toThrow()
})
