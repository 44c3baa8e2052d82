// Filters that live in the address, so that a list can be sent to a colleague and comes back on "back".
import { startTransition, useOptimistic } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'

export type UrlPatch = Readonly<Record<string, string | readonly string[] | null | undefined>>

export type UrlState = {
  one: (key: string) => string | undefined
  many: (key: string) => string[]
  /** Changes some filters and goes to the first page; empty values leave the address. */
  set: (patch: UrlPatch) => void
  /** How many of these filters are set. */
  filled: (keys: readonly string[]) => number
}

/** What was chosen shows at once, and a second choice builds on it, though the address follows a moment later. */
export function useUrlState(): UrlState {
  const [reached] = useSearchParams()
  const navigate = useNavigate()
  const [search, show] = useOptimistic(reached)
  const goTo = (next: URLSearchParams) =>
    startTransition(async () => {
      show(next)
      await navigate({ search: next.toString() }, { replace: true })
    })
  return {
    one: (key) => search.get(key) ?? undefined,
    many: (key) => search.getAll(key),
    set: (patch) => goTo(patched(search, { ...patch, after: null })),
    filled: (keys) => keys.filter((key) => search.getAll(key).length > 0).length,
  }
}

export function patched(search: URLSearchParams, patch: UrlPatch): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const [key, value] of Object.entries(patch)) {
    next.delete(key)
    for (const one of Array.isArray(value) ? value : [value]) if (one) next.append(key, one)
  }
  return next
}

export type Keyset = {
  /** The `after` to ask with. */
  after: string | undefined
  next: (cursor: string) => void
  /** Absent on the first page. */
  previous?: () => void
}

/** Keyset paging in the address; the way back is kept in the browser's own history. */
export function useKeyset(): Keyset {
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const steps = stepsOf(useLocation().state)
  const after = search.get('after') ?? undefined
  const next = (cursor: string) =>
    setSearch((now) => patched(now, { after: cursor }), { state: { steps: steps + 1 } })
  const previous = () => (steps > 0 ? navigate(-1) : setSearch((now) => patched(now, { after: null })))
  return after === undefined ? { after, next } : { after, next, previous: () => void previous() }
}

const stepsOf = (state: unknown): number =>
  typeof state === 'object' && state !== null && 'steps' in state && typeof state.steps === 'number'
    ? state.steps
    : 0
