// The SQL of subsidies: grants, payments, and the payment list.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, join, type Sql, sql } from '../../../platform/db.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { Payment, SubsidyDraft } from '../incubation.ts'
import type { PaymentFilter } from '../incubations-api.ts'

export const insertSubsidy = (ctx: Context, incubation: string, draft: SubsidyDraft): Promise<number> =>
  ctx.db.run(sql`
    insert into incubation_subsidy (id, incubation, amount, basis, decided_on, decided_by)
    values (${ctx.newId()}, ${incubation}, ${draft.amount}, ${draft.basis}, ${draft.decidedOn}, ${ctx.who.id})`)

export type SubsidyRow = { id: string; incubation: string; amount: number; basis: string; decidedOn: Day }

const rowFields = sql`y.id, y.incubation, y.amount, y.basis, y.decided_on as "decidedOn"`

export const oneSubsidy = (db: Db, id: string): Promise<SubsidyRow | null> =>
  db.maybe(sql`select ${rowFields} from incubation_subsidy y where y.id = ${id}`)

/** Only one that is neither paid nor revoked. Returns how many were. */
export const revokeSubsidy = (ctx: Context, id: string, reason: string): Promise<number> =>
  ctx.db.run(sql`
    update incubation_subsidy set revoked_on = ${ctx.today}, reason = ${reason}
    where id = ${id} and paid_on is null and revoked_on is null`)

const tables = sql`incubation_subsidy y join incubation i on i.id = y.incubation join organization o on o.id = i.organization
  join support_platform p on p.id = i.support_platform join area a on a.code = o.area`

/** Of these those that the person may pay; locked in order of id, so that two never wait for each other. */
export const lockPayable = (
  ctx: Context,
  ids: readonly string[],
): Promise<(SubsidyRow & { open: boolean; organization: string; platformName: string })[]> =>
  ctx.db.rows(sql`
    select ${rowFields}, y.paid_on is null and y.revoked_on is null as open, o.id as organization, p.name as "platformName"
    from ${tables} where y.id = any(${ids}::uuid[]) and ${ctx.authority.scope('incubation.pay', 'p')}
      and ${ctx.authority.scope('incubation.see', 'o')}
    order by y.id for update of y`)

/** Each once: one that was paid or revoked meanwhile stays as it is. Returns how many were. */
export const paySubsidies = (ctx: Context, ids: readonly string[], on: Day): Promise<number> =>
  ctx.db.run(sql`
    update incubation_subsidy set paid_on = ${on}, paid_by = ${ctx.who.id}
    where id = any(${ids}::uuid[]) and paid_on is null and revoked_on is null`)

const states: Record<PaymentFilter['state'], Sql> = {
  unpaid: sql`y.paid_on is null and y.revoked_on is null`,
  paid: sql`y.paid_on is not null`,
  revoked: sql`y.revoked_on is not null`,
}

async function conditionOf(ctx: Context, filter: PaymentFilter): Promise<Sql> {
  const conditions = [
    ctx.authority.scope('incubation.pay', 'p'),
    ctx.authority.scope('incubation.see', 'o'),
    states[filter.state],
  ]
  if (filter.area) conditions.push(await withinArea(ctx.db, filter.area, 'o'))
  if (filter.ids?.length) conditions.push(sql`y.id = any(${filter.ids}::uuid[])`)
  return join(conditions, ' and ')
}

type Listed = Payment & { key: string }

/** The oldest decision first. `after`: its day and id; `limit` null: all. */
export async function listPayments(
  ctx: Context,
  filter: PaymentFilter,
  { after, limit }: { after: readonly [string, string] | null; limit: number | null },
): Promise<Listed[]> {
  return ctx.db.rows(sql`
    select ${rowFields}, y.paid_on as "paidOn", y.reason, ${filter.state} as state, o.name as "organizationName",
      a.short_name as "areaName", p.name as "platformName", y.decided_on as key
    from ${tables} where ${await conditionOf(ctx, filter)}
      ${after ? sql`and (y.decided_on, y.id) > (${after[0]}::date, ${after[1]}::uuid)` : empty}
    order by y.decided_on, y.id limit ${limit}`)
}

/** All that the filter leaves: how many, and their sum in 分. */
export async function sumPayments(
  ctx: Context,
  filter: PaymentFilter,
): Promise<{ count: number; total: number }> {
  return ctx.db.one(sql`
    select count(*)::int as count, coalesce(sum(y.amount), 0)::float8 as total from ${tables}
    where ${await conditionOf(ctx, filter)}`)
}
