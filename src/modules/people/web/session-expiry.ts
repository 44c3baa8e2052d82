// Remembers that the session ran out while a page was open, so that the page can stay as it is.
import { useSyncExternalStore } from 'react'

let expired = false
const listeners = new Set<() => void>()

export function setExpired(now: boolean): void {
  expired = now
  for (const listener of listeners) listener()
}

export const useExpired = (): boolean => useSyncExternalStore(subscribe, () => expired)

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
