// What the pages of social workers and rewards ask the server, and what becomes stale when they write.
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { rewardsApi } from '../rewards-api.ts'
import { workersApi } from '../workers-api.ts'

const key = 'workers'

type Query<E extends keyof typeof workersApi> = NonNullable<Given<(typeof workersApi)[E]>['query']>
export type FilterQuery = Query<'count'>
export type RewardQuery = Query<'rewardCount'>

export const useWorkers = (query: Query<'list'>) =>
  useQuery({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }) => call(workersApi.list, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useWorkerCount = (query: FilterQuery) =>
  useQuery({
    queryKey: [key, 'count', query],
    queryFn: ({ signal }) => call(workersApi.count, { query, signal }),
  })

export const useWorkerSums = (area: string | undefined) =>
  useQuery({
    queryKey: [key, 'sums', area],
    queryFn: ({ signal }) => call(workersApi.sums, { query: area ? { area } : {}, signal }),
    placeholderData: keepPreviousData,
  })

/** Asked of nobody, nothing is asked. */
export const useWorker = (id: string | null) =>
  useQuery({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }) => call(workersApi.one, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
  })

export const useOwnRecord = () =>
  useQuery({ queryKey: [key, 'own'], queryFn: ({ signal }) => call(rewardsApi.mine, { signal }) })

/** Of a worker, or (null) of the person who asks: page after page. */
export const useWorkerTrainings = (id: string | null) =>
  useInfiniteQuery({
    queryKey: [key, 'trainings', id],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 20, ...(pageParam !== null && { after: pageParam }) }
      return id === null
        ? call(rewardsApi.ownTrainings, { query, signal })
        : call(workersApi.trainings, { params: { id }, query, signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const useWorkersOfStation = (station: string) =>
  useQuery({
    queryKey: [key, 'station', station],
    queryFn: ({ signal }) => call(workersApi.ofStation, { params: { id: station }, signal }),
  })

export const useWorkersOf = (organization: string) =>
  useQuery({
    queryKey: [key, 'of', organization],
    queryFn: ({ signal }) => call(workersApi.ofOrganization, { params: { id: organization }, signal }),
  })

export const useRewards = (query: Query<'rewards'>) =>
  useQuery({
    queryKey: [key, 'rewards', query],
    queryFn: ({ signal }) => call(rewardsApi.rewards, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useRewardCount = (query: RewardQuery) =>
  useQuery({
    queryKey: [key, 'reward count', query],
    queryFn: ({ signal }) => call(rewardsApi.rewardCount, { query, signal }),
  })

/** What the rules of a place give for which certificate. */
export const useRewardTerms = (area: string | undefined) =>
  useQuery({
    queryKey: [key, 'terms', area],
    queryFn: ({ signal }) => call(rewardsApi.rewardTerms, { query: { area: area ?? '' }, signal }),
    enabled: area !== undefined,
  })

export const useReward = (id: string) =>
  useQuery({
    queryKey: [key, 'reward', id],
    queryFn: ({ signal }) => call(rewardsApi.reward, { params: { id }, signal }),
  })

/** Does a write, and asks anew for whatever is on the screen. */
export function useDone() {
  const cache = useQueryClient()
  return async <T>(write: Promise<T>): Promise<T> => {
    const result = await write
    await cache.invalidateQueries()
    return result
  }
}
