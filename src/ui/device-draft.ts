// Keeps what a person has typed on the device, so that a crash or a lost connection costs nothing.

export type DeviceDraft<T> = { at: number; value: T }

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Drafts hold names and phone numbers, and devices are shared: after seven days they are gone. */
const keptFor = 7 * 86_400_000

/** The draft under a key, or null: none, too old, or unreadable. `now` in milliseconds. */
export function readDraft<T>(key: string, now: number, store: Store = localStorage): DeviceDraft<T> | null {
  const draft = parsed<T>(store.getItem(key))
  if (draft && now - draft.at <= keptFor) return draft
  store.removeItem(key)
  return null
}

/** Keeps a draft; a device that is full or forbids it loses only the safety net. */
export function keepDraft<T>(key: string, value: T, now: number, store: Store = localStorage): void {
  try {
    store.setItem(key, JSON.stringify({ at: now, value }))
  } catch {
    // Nothing to do: the form itself goes on working.
  }
}

export function dropDraft(key: string, store: Store = localStorage): void {
  store.removeItem(key)
}

function parsed<T>(text: string | null): DeviceDraft<T> | null {
  try {
    const draft: DeviceDraft<T> | null = text === null ? null : JSON.parse(text)
    return typeof draft?.at === 'number' && draft.value ? draft : null
  } catch {
    return null
  }
}
