// The SQL of regular contacts.
import type { Context } from '../../../platform/context.ts'
import { sql } from '../../../platform/db.ts'
import type { ContactDraft } from './contact-commands.ts'

export const insertContact = (ctx: Context, organization: string, draft: ContactDraft): Promise<number> =>
  ctx.db.run(sql`
    insert into party_contact (id, organization, kind, held_on, matter, result, recorded_at, recorded_by)
    values (${ctx.newId()}, ${organization}, ${draft.kind}, ${draft.on}, ${draft.matter}, ${draft.outcome}, ${ctx.now},
      ${ctx.who.id})`)
