// The cache of everything asked from the server, and how often it may ask again.
import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query'
import { CallProblem } from './call.ts'

// What a person changes in the cache shows before the next frame, so that a box stays as it was just clicked.
notifyManager.setScheduler(queueMicrotask)

/** Only a server that was not reached or not ready is asked again; a refusal stays a refusal. */
export const mayRetry = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof CallProblem && (error.status === 0 || error.status === 503)

/** `onProblem` hears of every failed call, whichever page made it. */
export const makeQueryClient = (onProblem: (problem: unknown) => void): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({ onError: onProblem }),
    mutationCache: new MutationCache({ onError: onProblem }),
    defaultOptions: {
      queries: { staleTime: 15_000, gcTime: 300_000, retry: mayRetry, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
