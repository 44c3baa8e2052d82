// What this device remembers: large type, the chosen posting, drafts. Never throws when storage is off or full.
import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`jusha.${key}`)
  } catch {
    return null
  }
}

/** Remembers a text, or forgets it when null; false when the device refuses. */
export function remember(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(`jusha.${key}`)
    else localStorage.setItem(`jusha.${key}`, value)
    return true
  } catch {
    return false
  } finally {
    for (const listener of listeners) listener()
  }
}

/** A remembered text that redraws whoever reads it, also when another tab changes it. */
export function useDevice(key: string): [string | null, (value: string | null) => void] {
  const value = useSyncExternalStore(subscribe, () => recall(key))
  return [value, (next) => void remember(key, next)]
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  window.addEventListener('storage', changed)
  return () => {
    listeners.delete(changed)
    window.removeEventListener('storage', changed)
  }
}

/** 大字: larger type and controls on this device. */
export function useLargeType(): [boolean, (on: boolean) => void] {
  const [value, set] = useDevice('largeType')
  return [value === 'on', (on) => set(on ? 'on' : null)]
}
