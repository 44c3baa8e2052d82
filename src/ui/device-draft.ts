// Keeps what a person has typed on the device, so that a crash or a lost connection costs nothing.
import { recall, remember } from './device-store.ts'

export type DeviceDraft<T> = { at: number; value: T }

/** Drafts hold names and phone numbers, and devices are shared: after seven days they are gone. */
const keptFor = 7 * 86_400_000

/** The draft under a key, or null: none, too old, or unreadable. `now` in milliseconds. */
export function readDraft<T>(key: string, now: number): DeviceDraft<T> | null {
  const draft = parsed<T>(recall(name(key)))
  if (draft && now - draft.at <= keptFor) return draft
  dropDraft(key)
  return null
}

/** Keeps a draft; false on a device that is full or forbids it: only the safety net is lost. */
export const keepDraft = <T>(key: string, value: T, now: number): boolean =>
  remember(name(key), JSON.stringify({ at: now, value }))

export function dropDraft(key: string): void {
  if (recall(name(key)) !== null) remember(name(key), null)
}

const name = (key: string): string => `draft.${key}`

function parsed<T>(text: string | null): DeviceDraft<T> | null {
  try {
    const draft: DeviceDraft<T> | null = text === null ? null : JSON.parse(text)
    return typeof draft?.at === 'number' && draft.value ? draft : null
  } catch {
    return null
  }
}
