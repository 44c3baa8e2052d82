// Records hours: who was there, when, doing what; each judged by the rules and by what the person did besides.
import { minuteOf } from '../../../kernel/minute.ts'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { recordAll } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { ServiceDraft } from '../service.ts'
import { type Served, servedIn, type Told, whyNotBeside, whyNotServe, whyNotYet } from '../service-rules.ts'
import { confirmsAlone } from './confirmer-store.ts'
import { insertEntries, type NewEntry, toldBetween } from './entry-store.ts'
import { lockServers, type ServingMember } from './member-store.ts'
import { lockTeam, teamSubject } from './team-store.ts'

export type RowResult = { id: string; name: string; ok: boolean; message: string }
type Recording = ServiceDraft & { members: string[]; confirm: boolean }

/**
 * What people of a team did on one occasion; whoever cannot have done it is named, the others are recorded. They are
 * confirmed in the same step only where nobody else could do it.
 */
export async function recordService(ctx: Context, team: string, given: Recording): Promise<RowResult[]> {
  await authorize(ctx, 'service.record', teamSubject(team))
  const alone = await confirmsAlone(ctx, team)
  const judged = await recordFor(ctx, team, { ...given, confirm: given.confirm && alone })
  const done = given.confirm ? (alone ? '已记上并自行确认' : '已记上，待另一人确认') : '已记上，待确认'
  return judged.map(({ id, server, problem }) => ({
    ...{ id, name: server?.name ?? '', ok: problem === null, message: problem?.body.message ?? done },
  }))
}

/** The same for whoever has authorized it. */
export async function recordFor(ctx: Context, team: string, { members, confirm, ...draft }: Recording) {
  const { served, area } = await occasionOf(ctx, team, draft)
  const judge = await judgeFor(ctx, { team, area, ids: members, served, draft })
  const judged = [...new Set(members)].map((id) => ({ id, ...judge(id) }))
  const fit = judged.flatMap(({ server, problem }) => (server && !problem ? [server] : []))
  const due = await dueFor(ctx, area, served.on)
  const rows = fit.map((server) => newEntry(ctx, { server, served, draft, confirmed: confirm, due }))
  await enter(ctx, area, rows)
  return judged
}

async function occasionOf(ctx: Context, team: string, draft: ServiceDraft) {
  const found = await lockTeam(ctx.db, team)
  if (!found) throw notFound('志愿服务队')
  return { area: found.area, served: served(ctx, draft) }
}

/** What a draft's time means; throws where it means nothing or has not passed. */
export function served(ctx: Context, draft: ServiceDraft): Served {
  const found = servedIn(draft)
  if (found instanceof Problem) throw found
  refuseIf(whyNotYet(found, { today: ctx.today, minute: minuteOf(ctx.now) }))
  return found
}

type Occasion = { team: string; area: string; ids: readonly string[]; served: Served; draft: ServiceDraft }

/** Judges members one after the other; what one of them is given counts for the next. */
export async function judgeFor(ctx: Context, { team, area, ids, served, draft }: Occasion) {
  const servers = await lockServers(ctx.db, team, ids)
  const told = await toldBetween(
    ctx,
    servers.map(({ volunteer }) => volunteer),
    served.on,
    served.on,
  )
  const rules = await rulesFor(ctx.db, area)
  return (id: string): { server: ServingMember | null; problem: Problem | null } => {
    const server = servers.find(({ member }) => member === id) ?? null
    if (!server) return { server, problem: stranger }
    const others = told.filter(({ volunteer }) => volunteer === server.volunteer)
    const problem =
      whyNotServe(server, { on: served.on, kind: draft.kind }, rules['volunteers.adultKinds']) ??
      whyNotBeside({ name: server.name, member: id, activity: draft.activity }, served, others)
    if (!problem) told.push({ ...toldOf(id, served, draft), volunteer: server.volunteer })
    return { server, problem }
  }
}

/** A new entry as those after it must know it. */
export const toldOf = (
  member: string,
  served: Served,
  { activity }: Pick<ServiceDraft, 'activity'>,
): Told => ({
  ...{ member, activity, where: '本次' },
  ...{ on: served.on, startsAt: served.startsAt, endsAt: served.endsAt, minutes: served.minutes },
})

export const dueFor = async (ctx: Context, area: string, on: Day): Promise<Day> =>
  dueOn(on, (await rulesFor(ctx.db, area))['volunteers.confirmWithin'])

type Made = {
  server: Pick<ServingMember, 'member'>
  served: Served
  draft: Pick<ServiceDraft, 'kind' | 'activity'>
  confirmed: boolean
  due: Day
}

export const newEntry = (ctx: Context, { server, served, draft, confirmed, due }: Made): NewEntry => ({
  ...{ id: ctx.newId(), member: server.member, kind: draft.kind, activity: draft.activity, ...served },
  ...{ status: confirmed ? 'confirmed' : 'waiting', selfConfirmed: confirmed, dueOn: due },
  ...{ corrects: null, import: null },
})

export async function enter(ctx: Context, area: string, rows: readonly NewEntry[]): Promise<void> {
  if (rows.length === 0) return
  await insertEntries(ctx, rows).catch(explain)
  await recordAll(
    ctx,
    rows.map((row) => ({
      ...{
        action: 'service.record',
        subjectKind: 'serviceEntry',
        subject: row.id,
        area,
        effectiveOn: row.on,
      },
      changes: [
        { field: 'minutes', from: null, to: row.minutes },
        ...(row.selfConfirmed ? [{ field: 'selfConfirmed', from: null, to: true }] : []),
      ],
    })),
  )
}

/** Two who record at once for people that neither knew of: the constraint has the last word. */
export function explain(error: unknown): never {
  const broken = brokenConstraint(error)
  if (broken === 'service_entry_one_place_at_a_time' || broken === 'service_entry_told_once') throw meanwhile
  throw error
}

const stranger = new Problem(422, {
  code: 'service.stranger',
  message: '这个人不在这支队里。',
  mend: '请先加入队里，再记时长。',
})

export const meanwhile = new Problem(409, {
  code: 'service.changedMeanwhile',
  message: '刚有别人记了同一个人同一时间的服务，或办理了这条记录。',
  mend: '请刷新页面，核对后再办。',
})
