// The endpoints for accounts of organizations' leaders, which a community opens for the people it knows.
import { z } from 'zod'
import { get, post } from '../../kernel/endpoint.ts'
import { AreaCodeField, IdField, words } from '../../kernel/fields.ts'

export const Leader = z.object({ id: IdField, displayName: z.string(), loginName: z.string() })
export type Leader = z.infer<typeof Leader>

/** What is printed for the leader: shown this once, stored only as a hash. */
export const AccountSlip = Leader.extend({ password: z.string(), areaName: z.string() })
export type AccountSlip = z.infer<typeof AccountSlip>

export const leadersApi = {
  list: get('/leaders', {
    summary: 'Accounts of organizations’ leaders in an area',
    needs: 'person.createLeader',
    query: z.object({ area: AreaCodeField }),
    returns: z.object({ items: z.array(Leader) }),
  }),
  create: post('/leaders', {
    summary: 'Open an account for a leader; the answer is the slip to print',
    needs: 'person.createLeader',
    body: z.object({ displayName: words(40), area: AreaCodeField }),
    returns: AccountSlip,
  }),
  renew: post('/leaders/:id/passwords', {
    summary: 'A new first password for a leader who forgot it; the answer is the slip to print',
    needs: 'person.createLeader',
    params: z.object({ id: IdField }),
    returns: AccountSlip,
  }),
}
