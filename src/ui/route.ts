// What a page's address leads to.
import type { ComponentType } from 'react'

export type Route = {
  /** The page arrives with its own code when it is first opened. */
  load: () => Promise<{ Component: ComponentType }>
  /** The named action that the page is about; pages without one are for everybody who is signed in. */
  needs?: string
}
