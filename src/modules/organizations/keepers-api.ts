// The endpoints that say which account keeps an organization: that of its leader.
import { z } from 'zod'
import { get, put } from '../../kernel/endpoint.ts'
import { IdField } from '../../kernel/fields.ts'
import { Leader } from '../people/leaders-api.ts'

const byId = z.object({ id: IdField })
const Keeper = z.object({ keeper: Leader.nullable() })

export const keepersApi = {
  one: get('/organizations/:id/keeper', {
    summary: 'The leader’s account of an organization, if one is known',
    needs: 'organization.setKeeper',
    params: byId,
    returns: Keeper,
  }),
  set: put('/organizations/:id/keeper', {
    summary: 'Tie a leader’s account to an organization, or loosen it',
    needs: 'organization.setKeeper',
    params: byId,
    body: z.object({ person: IdField.nullable() }),
    returns: Keeper,
  }),
}
