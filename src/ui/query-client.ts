// The cache of everything asked from the server, and how often it may ask again.
import { QueryClient } from '@tanstack/react-query'
import { CallProblem } from './call.ts'

/** Only a server that was not reached or not ready is asked again; a refusal stays a refusal. */
export const mayRetry = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof CallProblem && (error.status === 0 || error.status === 503)

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, gcTime: 300_000, retry: mayRetry, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
