// The endpoints of naming: hold a name against its rule while it is typed, and propose lawful ones.
import { z } from 'zod'
import { get } from '../../kernel/endpoint.ts'
import { AreaCodeField } from '../../kernel/fields.ts'
import { NameKindField, NameReading } from './name-parts.ts'

const question = { area: AreaCodeField, kind: NameKindField }

export const namingApi = {
  check: get('/name-readings', {
    summary: 'A name in its parts, with what is wrong, why, and how to mend it',
    needs: 'name.check',
    query: z.object({ ...question, name: z.string().max(200) }),
    returns: NameReading,
  }),
  propose: get('/name-proposals', {
    summary: 'Lawful names made from a few words; each would pass the check',
    needs: 'name.check',
    query: z.object({
      ...question,
      words: z.string().trim().max(60).default(''),
      category: z.string().max(30).optional(),
    }),
    returns: z.object({ items: z.array(NameReading) }),
  }),
}
