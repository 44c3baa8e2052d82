// The endpoints of the first run: an empty installation gets its area, its programme and its first administrator.
import { z } from 'zod'
import { get, post } from '../../kernel/endpoint.ts'
import { AreaCodeField, words } from '../../kernel/fields.ts'
import { AreaHit } from '../areas/areas-api.ts'
import { LoginName, NewPassword, Session } from './people-api.ts'

export const firstRunApi = {
  divisions: get('/first-run/divisions', {
    summary: 'Areas to choose from; refused once there is an administrator',
    needs: 'public',
    query: z.object({ q: z.string().max(40).default('') }),
    returns: z.object({ items: z.array(AreaHit) }),
  }),
  packs: get('/first-run/packs', {
    summary: 'Packs that are shipped; refused once there is an administrator',
    needs: 'public',
    returns: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          areaName: z.string(),
          area: AreaCodeField,
          note: z.string(),
        }),
      ),
    }),
  }),
  progress: get('/first-run/progress', {
    summary:
      'How many of how many areas are loaded while the first run goes on; nothing before and afterwards',
    needs: 'public',
    returns: z.object({ progress: z.object({ done: z.int(), total: z.int() }).nullable() }),
  }),
  found: post('/first-run', {
    summary: 'Load the area and the pack and make the first administrator, who is then signed in',
    needs: 'public',
    body: z.object({
      area: AreaCodeField,
      /** A shipped pack, or none for now. */
      pack: z.string().max(60).nullable().default(null),
      /** The YAML of a pack of one’s own instead. */
      packText: z.string().max(1_000_000).optional(),
      administrator: z.object({ loginName: LoginName, displayName: words(40), password: NewPassword }),
    }),
    returns: Session,
  }),
}
