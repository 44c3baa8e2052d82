// Certificates of the demo world: most filed organizations have one, some expire soon, a few were cancelled or replaced.
import { addDays, type Day, earlier } from '../kernel/time.ts'
import {
  type Issue,
  lockRecipients,
  rulesOf,
  writeCertificates,
} from '../modules/certificates/server/index.ts'
import type { Context } from '../platform/context.ts'
import { cancelSome, filedOrganizations, replaceableAmong, shortenSome } from './certificates-store.ts'
import { chanceFrom } from './random.ts'

const batch = 5_000
const seed = 20_230_901

/** Issued on the first working month's day after the filing, so that a few statements issue thousands. */
export async function addCertificates(ctx: Context): Promise<number> {
  const chance = chanceFrom(seed)
  const wanted = (await filedOrganizations(ctx.db)).filter(() => chance.yes(0.93))
  const rules = new Map()
  let issued = 0
  for (const [on, ids] of byDay(ctx, wanted)) {
    for (let start = 0; start < ids.length; start += batch) {
      const recipients = await lockRecipients(ctx.db, ids.slice(start, start + batch))
      const issues = recipients.map((recipient): Issue => ({ recipient, replaces: null }))
      const unknown = issues.filter(({ recipient }) => !rules.has(recipient.rulesArea))
      for (const [place, found] of await rulesOf(ctx, unknown)) rules.set(place, found)
      issued += (await writeCertificates(ctx, issues, on, rules)).length
    }
  }
  await endSome(ctx, rules)
  await shortenSome(ctx.db, ctx.today)
  return issued
}

/** The 20th of the month of filing, or of the next; never a day to come. */
function byDay(ctx: Context, wanted: readonly { id: string; filedOn: Day }[]): Map<Day, string[]> {
  const days = new Map<Day, string[]>()
  for (const { id, filedOn } of wanted) {
    const later = filedOn.slice(8) <= '20' ? filedOn : addDays(filedOn, 15)
    const on = earlier(`${later.slice(0, 8)}20` as Day, ctx.today)
    const day = on < filedOn ? ctx.today : on
    days.set(day, [...(days.get(day) ?? []), id])
  }
  return days
}

/** One in a hundred was reissued because its name had been written wrongly, one in two hundred cancelled. */
async function endSome(ctx: Context, rules: Parameters<typeof writeCertificates>[3]): Promise<void> {
  await cancelSome(ctx.db, ctx.today)
  const replaceable = await replaceableAmong(ctx.db, ctx.today)
  const recipients = await lockRecipients(
    ctx.db,
    replaceable.map(({ organization }) => organization),
  )
  const former = new Map(replaceable.map(({ organization, id }) => [organization, id]))
  const issues = recipients.map((recipient) => ({ recipient, replaces: former.get(recipient.id) ?? null }))
  await writeCertificates(ctx, issues, ctx.today, rules)
}
