// What the public page of an activity asks the server; one's own code is kept on the device.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../ui/call.ts'
import { useDevice } from '../../../ui/device-store.ts'
import { signUpsApi } from '../sign-ups-api.ts'

const key = 'join'

export const usePublicActivity = (code: string) =>
  useQuery({
    queryKey: [key, code],
    queryFn: ({ signal }) => call(signUpsApi.shown, { params: { code }, signal }),
  })

/** The code that this device got, or that somebody typed; null while there is none. */
export const useTicketCode = (code: string) => useDevice(`join.${code}`)

export const useTicket = (code: string, ticket: string | null) =>
  useQuery({
    queryKey: [key, code, 'ticket', ticket],
    queryFn: ({ signal }) => call(signUpsApi.ticket, { params: { code, ticket: ticket ?? '' }, signal }),
    enabled: ticket !== null,
  })

export function useJoinAct<Result>(code: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (act: () => Promise<Result>) => act(),
    onSettled: () => void cache.invalidateQueries({ queryKey: [key, code] }),
  })
}

export const joinActs = {
  signUp: (code: string, body: { name: string; phone: string }) =>
    call(signUpsApi.signUp, { params: { code }, body }),
  giveBack: (code: string, ticket: string) => call(signUpsApi.giveBack, { params: { code, ticket } }),
}
