// What the parts of a long page tell its index: that they are there, that they are empty, that they are gone.
import { createContext, useCallback, useContext, useMemo, useState } from 'react'

/** `gone`: it was there and has nothing to show to this reader. */
export type PartState = 'full' | 'empty' | 'gone'

type Parts = {
  states: Readonly<Record<string, PartState>>
  announce: (id: string, isEmpty: boolean) => void
  leave: (id: string) => void
}

/** Outside a page with an index nobody listens. */
export const PartsContext = createContext<Parts>({ states: {}, announce: () => {}, leave: () => {} })

export const useParts = (): Parts => useContext(PartsContext)

/** For the page that has an index: what its `PartsContext` holds. */
export function useAnnouncements(): Parts {
  const [states, setStates] = useState<Readonly<Record<string, PartState>>>({})
  const put = useCallback((id: string, state: PartState) => {
    setStates((before) => (before[id] === state ? before : { ...before, [id]: state }))
  }, [])
  const announce = useCallback((id: string, isEmpty: boolean) => put(id, isEmpty ? 'empty' : 'full'), [put])
  const leave = useCallback((id: string) => put(id, 'gone'), [put])
  return useMemo(() => ({ states, announce, leave }), [states, announce, leave])
}
