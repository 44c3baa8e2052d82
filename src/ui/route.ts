// What a page's address leads to.
import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'

export type Route = {
  /** The page arrives with its own code when it is first opened. */
  load: () => Promise<{ Component: ComponentType }>
  /** The named action that the page is about; pages without one are for everybody who is signed in. */
  needs?: string
  /** Asks the server what the page will ask at once: begun while the page's code is still on its way. */
  first?: (address: Address, client: QueryClient) => void
}

export type Address = { params: Readonly<Record<string, string | undefined>>; search: URLSearchParams }
