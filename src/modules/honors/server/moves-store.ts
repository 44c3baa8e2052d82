// The SQL that writes titles: a new one, its words, and the one statement that changes where it stands.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, raw, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import { areaSubject, areaWithoutKeeper } from '../../areas/server/index.ts'
import type { HonorLevel, HonorStatus } from '../honor.ts'
import type { HonorDraft, HonorWords } from '../honor-drafts.ts'
import { type Step, steps } from '../honor-rules.ts'

/** What is to get a title: its name, where it lies, and the area that decides at a level. */
export type Candidate = {
  name: string
  organization: string | null
  project: string | null
  area: string
  areaLevel: 'province' | 'city' | 'county' | 'township' | 'community'
}

/** For naming a place: nobody keeps one. */
export const placeSubject = (code: string): Subject => ({
  ...areaSubject(code),
  from: sql`${areaWithoutKeeper} a where a.code = ${code}`,
})

export const organizationCandidate = (db: Db, id: string): Promise<Candidate | null> =>
  db.maybe(sql`
    select o.name, o.id as organization, null as project, o.area::text as area, 'community' as "areaLevel"
    from organization o where o.id = ${id} and o.status <> 'ended'`)

/** A project of the organization, whatever became of it; null for one of another. */
export const projectTitle = async (db: Db, organization: string, id: string): Promise<string | null> =>
  (
    await db.maybe<{ title: string }>(
      sql`select p.title from project p where p.id = ${id} and p.organization = ${organization}`,
    )
  )?.title ?? null

export const areaCandidate = (db: Db, code: string): Promise<Candidate | null> =>
  db.maybe(sql`
    select a.short_name as name, null as organization, null as project, a.code::text as area, a.level as "areaLevel" from area a where a.code = ${code}`)

/** Above an area: the one of a level, for the province the city, because its officers enter what the province gave. */
export async function deskAbove(db: Db, area: string, level: HonorLevel): Promise<string | null> {
  const column = raw(level === 'province' ? 'city' : level)
  const row = await db.maybe<{ desk: string | null }>(
    sql`select a.${column}::text as desk from area a where a.code = ${area}`,
  )
  return row?.desk ?? null
}

export type NewHonor = Pick<HonorDraft, 'kind' | 'level'> &
  HonorWords & {
    id: string
    subject: HonorDraft['about']['subject']
    name: string
    organization: string | null
    project: string | null
    area: string
    desk: string
    status: Extract<HonorStatus, 'nominated' | 'awarded'>
    dueOn: Day | null
    awardedOn: Day | null
    validUntil: Day | null
    document: string | null
  }

export const insertHonor = (ctx: Context, one: NewHonor): Promise<number> =>
  ctx.db.run(sql`
    insert into honor (id, kind, subject, level, title, name, organization, project, area, province, city, county, township, community,
      desk, theme, year, reason, status, recorded, nominated_on, nominated_by, due_on, awarded_on, valid_until, document,
      created_at)
    select ${one.id}, ${one.kind}, ${one.subject}, ${one.level}, ${one.title}, ${one.name}, ${one.organization}, ${one.project}, a.code,
      a.province, a.city, a.county, a.township, a.community, ${one.desk}, ${one.theme}, ${one.year}, ${one.reason},
      ${one.status}, ${one.status === 'awarded'}, ${ctx.today}, ${ctx.who.id}, ${one.dueOn}, ${one.awardedOn},
      ${one.validUntil}, ${one.document}, ${ctx.now}
    from area a where a.code = ${one.area}`)

/** Only while it waits for its review. */
export const updateWords = (ctx: Context, id: string, words: HonorWords): Promise<number> =>
  ctx.db.run(sql`
    update honor set title = ${words.title}, year = ${words.year}, theme = ${words.theme}, reason = ${words.reason}
    where id = ${id} and status = 'nominated'`)

/** What a step brings; what it does not name stays. */
export type Brought = Partial<
  Record<'noticeFrom' | 'noticeUntil' | 'awardDueOn' | 'awardedOn' | 'validUntil' | 'withdrawnOn', Day | null>
> & { document?: string | null }

/** The one statement that changes a status; it names those that it leaves. Returns how many moved. */
export const moveHonor = (ctx: Context, id: string, step: Step, brought: Brought = {}): Promise<number> =>
  ctx.db.run(sql`
    update honor set status = ${steps[step].to},
      notice_from = coalesce(${brought.noticeFrom ?? null}::date, notice_from),
      notice_until = coalesce(${brought.noticeUntil ?? null}::date, notice_until),
      award_due_on = coalesce(${brought.awardDueOn ?? null}::date, award_due_on),
      awarded_on = coalesce(${brought.awardedOn ?? null}::date, awarded_on),
      valid_until = coalesce(${brought.validUntil ?? null}::date, valid_until),
      withdrawn_on = coalesce(${brought.withdrawnOn ?? null}::date, withdrawn_on),
      document = coalesce(${brought.document ?? null}, document)
    where id = ${id} and status = any(${[...steps[step].from]}::text[])`)

/** Held until the transaction ends, so that an objection and an award do not pass each other. */
export const lockHonor = (db: Db, id: string): Promise<number> =>
  db.run(sql`select 1 from honor where id = ${id} for update`)
