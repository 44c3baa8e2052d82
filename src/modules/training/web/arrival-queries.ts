// What the page behind the code at the door asks the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../ui/call.ts'
import { checkInApi } from '../check-in-api.ts'

const key = 'door'

export const useDoor = (code: string) =>
  useQuery({
    queryKey: [key, code],
    queryFn: ({ signal }) => call(checkInApi.door, { params: { code }, signal }),
  })

type Coming = { name: string; organization: string | null; said: string | null }

/** Signs in; what is refused may have changed at the door, so that it is looked at again. */
export function useArrive(code: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: Coming) => call(checkInApi.arrive, { params: { code }, body }),
    onError: () => void cache.invalidateQueries({ queryKey: [key, code] }),
  })
}
