// The SQL of what everybody may know of a certificate.
import type { Context } from '../../../platform/context.ts'
import { type Sql, sql } from '../../../platform/db.ts'
import type { PublicCertificate } from '../certificate.ts'
import { stateOn } from './certificate-store.ts'

export const publicByCode = (ctx: Context, code: string) => publicWhere(ctx, sql`c.code = ${code}`)

export const publicByNumber = (ctx: Context, number: string) => publicWhere(ctx, sql`c.number = ${number}`)

const publicWhere = (ctx: Context, condition: Sql): Promise<PublicCertificate | null> =>
  ctx.db.maybe<PublicCertificate>(sql`
    select c.number, c.name, c.place, c.body, c.issued_on as "issuedOn", c.valid_until as "validUntil", c.demo,
      ${stateOn(ctx.today)} as state, c.ended_on as "endedOn",
      (select n.number from certificate n where n.replaces = c.id) as newer
    from certificate c join organization o on o.id = c.organization where ${condition}`)
