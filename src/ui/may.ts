// Which named actions the person may take somewhere; the frame provides it to the pages.
import { createContext, useContext } from 'react'

export const MayContext = createContext<readonly string[]>([])

/** Whether at least one posting allows the named action. */
export function useMay(): (action: string) => boolean {
  const may = useContext(MayContext)
  return (action) => may.includes(action)
}
