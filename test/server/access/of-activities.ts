// Calls of every endpoint of activities, for the access matrix, and the activities that they are made on.
import type { activitiesApi } from '../../../src/modules/activities/activities-api.ts'
import { type Database, type Db, sql } from '../../../src/platform/db.ts'
import { worldNow, worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'

const inArea = { lies: (at: Place) => at.area }
const ofActivity = { kind: 'thing', see: 'activity.see', kept: true, ...inArea } as const
const ofList = { kind: 'list', kept: true, ...inArea } as const
const ofPublic = { kind: 'own', answers: 200, shipped: true } as const
const by = (name: keyof PlaceActivities) => (at: Place) => ({ params: { id: at[name] } })
const days = { from: '2023-08-01', to: '2023-09-30' } as const
const byArea = (at: Place) => ({ query: { area: at.area, ...days } })
const attendance = { attended: 8, served: { elderly: 6 } }
const report = {
  ...{
    content: '歌舞演出',
    form: '舞台演出',
    participants: '居民',
    fundSource: '会费',
    safetyPlan: '有人值守',
  },
}

export const draftOf = ({ area }: Pick<Place, 'area'>) => ({
  ...{ title: '中秋游园', area, place: '社区广场', from: '2023-09-20T18:00', to: '2023-09-20T20:00' },
  ...{ expected: 30, kind: 'festival' as const },
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export const activitiesSamples: SamplesOf<typeof activitiesApi> = {
  calendar: {
    ...{ ...ofList, given: byArea },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.activity),
  },
  counts: { ...{ ...ofList, given: byArea }, found: ({ body }) => body.sum.activities > 0 },
  series: { kind: 'own', answers: 200, given: (at) => ({ query: { area: at.area } }), shipped: true },
  ofOrganization: {
    ...ofActivity,
    see: 'organization.see',
    given: (at) => ({ params: { id: at.organization } }),
  },
  create: {
    ...{ kind: 'thing', see: 'organization.see', kept: true, ...inArea },
    given: (at) => ({ body: { ...draftOf(at), organization: at.organization } }),
  },
  one: { ...ofActivity, given: by('activity') },
  edit: {
    ...ofActivity,
    given: (at) => ({
      params: { id: at.activityPlan },
      body: { version: 1, activity: { ...draftOf(at), organization: at.organization } },
    }),
  },
  publish: { ...ofActivity, given: by('activityPlan') },
  hold: { ...ofActivity, given: (at) => ({ ...by('activityBegun')(at), body: { attendance } }) },
  correct: {
    ...ofActivity,
    given: (at) => ({ ...by('activityHeld')(at), body: { attendance, reason: '数错了' } }),
  },
  conclude: { ...ofActivity, given: (at) => ({ ...by('activityHeld')(at), body: { result: '顺利' } }) },
  cancel: { ...ofActivity, given: (at) => ({ ...by('activity')(at), body: { reason: '下雨' } }) },
  addPhoto: { ...ofActivity, given: by('activityHeld'), file: () => ({ name: '现场.png', bytes: png }) },
  photo: {
    ...ofActivity,
    given: (at) => ({ params: { id: at.activityHeld, photo: at.activityPhoto } }),
  },
  dropPhoto: {
    ...ofActivity,
    given: (at) => ({ params: { id: at.activityHeld, photo: at.activityPhoto } }),
  },
  poster: { ...ofActivity, given: by('activity') },
  shown: { ...ofPublic, given: (at) => ({ params: { code: at.activityCode } }) },
  signUp: {
    ...ofPublic,
    given: (at) => ({ params: { code: at.activityCode }, body: { name: '小陈', phone: '13900001234' } }),
  },
  ticket: { ...ofPublic, given: (at) => ({ params: { code: at.activityCode, ticket: at.activityTicket } }) },
  giveBack: {
    ...ofPublic,
    given: (at) => ({ params: { code: at.activityCode, ticket: at.activityTicket } }),
  },
  signUps: { ...ofActivity, given: by('activity') },
  addSignUp: { ...ofActivity, given: (at) => ({ ...by('activity')(at), body: { name: '老李' } }) },
  dropSignUp: {
    ...ofActivity,
    given: (at) => ({ params: { id: at.activity, signUp: at.activitySignUp } }),
  },
  phones: { ...ofActivity, given: by('activity') },
  assess: {
    ...{ kind: 'own', answers: 200, shipped: true },
    given: (at) => ({
      body: {
        ...{ area: at.area, from: '2023-09-20T18:00', kind: 'festival' as const },
        ...{ features: [], expected: 300, money: null },
      },
    }),
  },
  majorEvents: {
    ...{ ...ofList, given: (at) => ({ query: { area: at.area } }) },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.activityMajor),
  },
  report: { ...ofActivity, given: (at) => ({ ...by('activityMajor')(at), body: report }) },
  answer: {
    ...ofActivity,
    given: (at) => ({ ...by('activityReported')(at), body: { answer: 'approved' } }),
  },
  answerInCounty: {
    ...ofActivity,
    given: (at) => ({ ...by('activityInCounty')(at), body: { answer: 'approved' } }),
  },
  summarize: {
    ...ofActivity,
    given: (at) => ({ ...by('activityOver')(at), body: { result: '顺利' } }),
  },
  permit: {
    ...ofActivity,
    given: (at) => ({ ...by('activityMajor')(at), body: { number: '公安许可1号', on: worldToday } }),
  },
}

/** Activities of the organization of a place, one for each step, and somebody who signed up. */
export type PlaceActivities = Record<
  | 'activity'
  | 'activityPlan'
  | 'activityBegun'
  | 'activityHeld'
  | 'activityMajor'
  | 'activityReported'
  | 'activityInCounty'
  | 'activityOver'
  | 'activityPhoto'
  | 'activitySignUp'
  | 'activityCode'
  | 'activityTicket',
  string
>

export const noActivities: PlaceActivities = {
  activity: '019893c1-0000-7000-8000-0000000002a1',
  activityPlan: '019893c1-0000-7000-8000-0000000002a2',
  activityBegun: '019893c1-0000-7000-8000-0000000002a3',
  activityHeld: '019893c1-0000-7000-8000-0000000002a4',
  activityMajor: '019893c1-0000-7000-8000-0000000002a5',
  activityReported: '019893c1-0000-7000-8000-0000000002a6',
  activityInCounty: '019893c1-0000-7000-8000-0000000002a7',
  activityOver: '019893c1-0000-7000-8000-0000000002a8',
  activityPhoto: '019893c1-0000-7000-8000-0000000002a9',
  activitySignUp: '019893c1-0000-7000-8000-0000000002aa',
  activityCode: 'NOBODYHASTHIS',
  activityTicket: 'NORTHISONE',
}

type Bare = Pick<Place, 'mark' | 'area' | 'organization'>

export async function addActivities(database: Database, at: Bare): Promise<PlaceActivities> {
  return database.transaction(async (db) => {
    const add = (name: keyof typeof made) => addOne(db, at, made[name])
    const activity = await add('activity')
    const held = await add('activityHeld')
    return {
      ...{ activity: activity.id, activityHeld: held.id, activityCode: activity.code },
      activityPlan: (await add('activityPlan')).id,
      activityBegun: (await add('activityBegun')).id,
      activityMajor: (await add('activityMajor')).id,
      activityReported: (await add('activityReported')).id,
      activityInCounty: (await add('activityInCounty')).id,
      activityOver: (await add('activityOver')).id,
      activityPhoto: await addPhoto(db, held.id),
      ...(await addSignUp(db, activity.id)),
    }
  })
}

type Made = { title: string; on: string; status?: string; people?: number; report?: string; to?: string }

const made = {
  activity: { title: '读书会', on: '2023-09-10', status: 'published' },
  activityPlan: { title: '棋社', on: '2023-09-12' },
  activityBegun: { title: '早操', on: '2023-08-20', status: 'published' },
  activityHeld: { title: '合唱', on: '2023-08-12', status: 'held' },
  activityMajor: { title: '灯会', on: '2023-09-28', people: 300 },
  activityReported: { title: '庙会', on: '2023-09-26', people: 300, report: 'reported' },
  activityInCounty: { title: '年货集', on: '2023-09-27', people: 600, report: 'reported', to: 'county' },
  activityOver: { title: '长跑', on: '2023-08-10', status: 'held', people: 300, report: 'approved' },
} as const satisfies Record<string, Made>

async function addOne(
  db: Db,
  { mark, area, organization }: Bare,
  { title, on, status = 'planned', people = 20, report, to = 'township' }: Made,
): Promise<{ id: string; code: string }> {
  const held = status === 'held'
  const due = people >= 200 ? on : null
  const one = await db.one<{ id: string; code: string }>(sql`
    insert into activity (id, code, organization, area, province, city, county, township, community, title, place,
      starts_at, ends_at, expected, kind, foreigners, minors, outdoors, tickets, sign_up, status, decided_on, record_due,
      report_due, report_to, attended, held_at, created_at)
    select gen_random_uuid(), upper(substr(md5(random()::text), 1, 8)), ${organization}, a.code, a.province, a.city,
      a.county, a.township, a.community, ${mark + title}, ${`${mark}室`}, ${on}::date + interval '2 hours',
      ${on}::date + interval '4 hours', ${people}, 'festival', false, false, false, false, true, ${status}, '2023-08-01',
      ${on}, ${due}, case when ${due}::date is not null then ${to} end, case when ${held} then 12 end,
      case when ${held} then ${worldNow}::timestamptz end, ${worldNow}
    from area a where a.code = ${area} returning id, code`)
  if (report) await addReport(db, one.id, report, to)
  return one
}

const addReport = (db: Db, activity: string, status: string, recipient: string): Promise<number> =>
  db.run(sql`
    insert into major_event_report (id, activity, status, recipient, reported_on, reported_at, due_on, content, form,
      participants, fund_source, safety_plan, starts_at, ends_at, place, expected, answer_due, answered_at, summary_due)
    select gen_random_uuid(), id, ${status}, ${recipient}, '2023-08-02', ${worldNow}, '2023-08-20', '演出', '舞台', '居民',
      '会费', '值守', starts_at, ends_at, place, expected, '2023-08-28',
      case when ${status} <> 'reported' then ${worldNow}::timestamptz end, '2023-09-10'
    from activity where id = ${activity}`)

async function addPhoto(db: Db, activity: string): Promise<string> {
  await db.run(sql`
    insert into file_content (sha256, byte_size, bytes) values (repeat('a', 64), ${png.length}, ${png})
    on conflict do nothing`)
  const { id } = await db.one<{ id: string }>(sql`
    insert into stored_file (id, sha256, kind, file_name, kept_at)
    values (gen_random_uuid(), repeat('a', 64), 'png', '现场.png', ${worldNow}) returning id`)
  await db.run(sql`insert into activity_photo (activity, file) values (${activity}, ${id})`)
  return id
}

async function addSignUp(
  db: Db,
  activity: string,
): Promise<Pick<PlaceActivities, 'activitySignUp' | 'activityTicket'>> {
  return db.one(sql`
    insert into activity_sign_up (id, activity, number, name, code, status, signed_at)
    values (gen_random_uuid(), ${activity}, 1, '小王', upper(substr(md5(random()::text), 1, 8)), 'going', ${worldNow})
    returning id as "activitySignUp", code as "activityTicket"`)
}
