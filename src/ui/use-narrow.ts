// Whether the window is as narrow as a phone, and whether the person asked for large type.
import { useSyncExternalStore } from 'react'

const narrowQuery = 'screen and (max-width: 767px)'

/** Cards and the bottom bar instead of tables and the top menu: below 768 CSS pixels of screen; paper is never narrow. */
export const useNarrow = (): boolean => useMedia(narrowQuery)

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}
