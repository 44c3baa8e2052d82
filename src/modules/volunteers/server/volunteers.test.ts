// Teams, people and hours through the front door: recorded, confirmed, corrected, certified, seen by the person.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, type Reply, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { picturesOf, qrIn, textsOf } from '../../../../test/pdf.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import type { Day } from '../../../kernel/time.ts'
import { addWorkingDays } from '../../../kernel/working-days.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import { volunteersApi as api } from '../volunteers-api.ts'

const database = useDatabase()
let worker: Client
let leader: Client
let resident: Client
let stranger: Client
let anybody: Client
let community: string

beforeAll(async () => {
  const app = await testServer(database())
  worker = await clientOf(app, 'communityWorker.inside')
  leader = await clientOf(app, 'organizationLeader.inside')
  resident = await clientOf(app, 'resident.inside')
  stranger = await clientOf(app, 'communityWorker.outside')
  anybody = await clientOf(app)
  community = (await spotsIn(database(), places.inside)).community
})

const day = (text: string) => text as Day
const at = (id: string) => ({ params: { id } })
const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code

function ok<T>(reply: Reply<T>): T {
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.raw.toString('utf8')}`)
  return reply.body
}

/** A team of an organization that the leader keeps, with these people. */
async function team(name: string, people: object[] = [{ name: '张三', phone: '13800000001' }]) {
  const draft = { name: `${name}社`, area: community, category: 'charity', tier: 'filed' } as const
  const { id: organization } = ok(await worker.call(organizationsApi.create, { body: draft }))
  await database().run(sql`update organization o set keeper = p.id from person p
    where o.id = ${organization} and p.login_name = 'organizationLeader.inside'`)
  const { id } = ok(
    await leader.call(api.found, { ...at(organization), body: { name, startsOn: day('2023-01-01') } }),
  )
  for (const person of people) ok(await join(id, person))
  const members = ok(await leader.call(api.team, at(id))).people.map((one) => one.id)
  const [first = ''] = members
  return { id, organization, members, first }
}

const join = (id: string, person: object) =>
  leader.call(api.join, { ...at(id), body: { name: '张三', from: day('2023-01-01'), ...person } })

const record = (id: string, members: string[], given: object = {}, client = leader) =>
  client.call(api.record, {
    ...at(id),
    body: {
      members,
      kind: 'environment',
      activity: '护河',
      on: day('2023-08-10'),
      from: '14:00',
      until: '16:00',
      ...given,
    },
  })

/** Recorded by the leader, confirmed by the worker. */
async function confirmed(id: string, member: string): Promise<void> {
  ok(await record(id, [member]))
  ok(await worker.call(api.confirm, { body: { ids: [(await firstOf(member)).id] } }))
}

const entriesOf = async (member: string) => ok(await leader.call(api.member, at(member))).entries
const firstOf = async (member: string) => {
  const [entry] = await entriesOf(member)
  if (!entry) throw new Error('no entry')
  return entry
}

describe('Hours', () => {
  it('are recorded for many at once, wait until confirmed within ten working days, and count then', async () => {
    const { id, members, first } = await team('护河一队', [
      { phone: '13800000011' },
      { name: '李四', phone: null },
    ])
    const { results } = ok(await record(id, members, {}, worker))
    expect(results.map(({ ok, message }) => [ok, message])).toEqual([
      [true, '已记上，待确认'],
      [true, '已记上，待确认'],
    ])
    const entry = await firstOf(first)
    expect(entry).toMatchObject({
      minutes: 120,
      status: 'waiting',
      dueOn: addWorkingDays(day('2023-08-10'), 10),
    })
    const waits = async () =>
      ok(await leader.call(queuesApi.list, { params: { source: 'volunteers.confirm' }, query: {} })).items
        .length
    const before = await waits()
    const ids = [entry.id, (await firstOf(members[1] ?? '')).id]
    const nobody = '019893c1-0000-7000-8000-00000000dead'
    const confirmed = ok(await leader.call(api.confirm, { body: { ids: [...ids, nobody] } }))
    expect(confirmed.results.map(({ ok }) => ok)).toEqual([true, true, false])
    expect(before - (await waits())).toBe(2)
    expect(ok(await leader.call(api.confirm, { body: { ids } })).results[0]?.message).toBe(
      '这条记录已确认，不能确认。',
    )
    expect(ok(await leader.call(api.team, at(id)))).toMatchObject({ members: 2, minutes: 240 })
  })

  it('rest on the word of two where there are two: whoever recorded them does not confirm them', async () => {
    const { id, first, organization } = await team('两人队', [{ phone: '13800000091' }])
    const [told] = ok(await record(id, [first], { confirm: true })).results
    expect(told).toMatchObject({ ok: true, message: '已记上，待另一人确认' })
    expect(ok(await leader.call(api.team, at(id))).confirmsAlone).toBe(false)
    const entry = await firstOf(first)
    expect(entry).toMatchObject({ status: 'waiting', waitsForAnother: true, selfConfirmed: false })
    const waitsFor = async (client: Client) =>
      ok(
        await client.call(queuesApi.list, {
          params: { source: 'volunteers.confirm' },
          query: { limit: 200 },
        }),
      ).items.some((item) => item.id === entry.id)
    expect([await waitsFor(leader), await waitsFor(worker)]).toEqual([false, true])
    const body = { ids: [entry.id] }
    const [own] = ok(await leader.call(api.confirm, { body })).results
    expect(own).toMatchObject({ ok: false, message: '这条是您自己记的，要由另一人确认。' })
    await database().run(sql`update posting set ends_on = ${worldToday} where role = 'communityWorker'
      and person = (select id from person where login_name = 'communityWorker.inside')`)
    expect(await waitsFor(leader)).toBe(true)
    expect(ok(await leader.call(api.confirm, { body })).results[0]?.ok).toBe(true)
    expect(await firstOf(first)).toMatchObject({ status: 'confirmed', selfConfirmed: true })
    await database().run(sql`update posting set ends_on = null where role = 'communityWorker'`)
    await database().run(sql`update organization set keeper = null where id = ${organization}`)
    const evening = { from: '19:00', until: '20:00', confirm: true }
    expect(ok(await record(id, [first], evening, worker)).results[0]?.message).toBe('已记上并自行确认')
    const { changes } = await database().one<{ changes: object[] }>(sql`
      select changes from event where action = 'service.record' order by at desc, id desc limit 1`)
    expect(changes).toContainEqual({ field: 'selfConfirmed', from: null, to: true })
  })

  it('of one person never overlap, whichever team, whoever is quicker', async () => {
    const person = { name: '赵六', phone: '13800000021' }
    const [one, two] = [await team('护河二队', [person]), await team('护河三队', [person])]
    ok(await record(one.id, [one.first]))
    const { results } = ok(
      await record(two.id, [two.first], { from: '15:00', until: '17:00', activity: '巡逻' }),
    )
    expect(results[0]?.message).toBe(
      '“赵六”在 8 月 10 日（周四）14:00–16:00 已有记录：护河二队社护河二队的“护河”，时间重叠。',
    )
    const evening = { from: '19:00', until: '20:00' }
    const both = await Promise.all([
      record(one.id, [one.first], evening),
      record(two.id, [two.first], evening),
    ])
    expect(both.map((reply) => ok(reply).results[0]?.ok).sort()).toEqual([false, true])
    await expect(
      database().run(sql`insert into service_entry
        select (json_populate_record(e, json_build_object('id', gen_random_uuid(), 'recorded_at', now()))).*
        from service_entry e where e.team_member = ${one.first} limit 1`),
    ).rejects.toMatchObject({ constraint: 'service_entry_one_place_at_a_time' })
  })

  it('are refused for minors in rescue, children without consent, days outside the team, and the future', async () => {
    const people = [{ name: '小学生', birthYear: 2013, guardian: '其父', consentedOn: day('2023-08-01') }]
    const { id, first } = await team('应急一队', people)
    const why = async (given: object) => ok(await record(id, [first], given)).results[0]?.message
    expect(await why({ kind: 'rescue' })).toContain('未成年，不能参加应急救援')
    expect(await why({ on: day('2023-07-01') })).toContain('没有监护人同意')
    expect(await why({ on: day('2022-07-01') })).toContain('不在这支队里')
    expect(codeOf(await record(id, [first], { on: day('2023-08-26') }))).toBe('service.inFuture')
    expect(codeOf(await record(id, [first], { from: null }))).toBe('service.halfATime')
    expect(codeOf(await record(id, [first], { from: null, until: null, minutes: 0 }))).toBe('malformed')
    expect(codeOf(await join(id, { name: '更小的', birthYear: 2014 }))).toBe('service.noConsent')
    expect(ok(await record(id, [first])).results[0]?.ok).toBe(true)
  })

  it('are corrected on record, never edited; refused and withdrawn ones count no more', async () => {
    const { id, first } = await team('护河四队', [{ phone: '13800000041' }])
    await confirmed(id, first)
    const old = await firstOf(first)
    const change = {
      on: day('2023-08-10'),
      from: '14:00',
      until: '15:00',
      kind: 'environment',
      activity: '护河',
    } as const
    const corrections = await Promise.all(
      [leader, worker].map((client) =>
        client.call(api.correct, { ...at(old.id), body: { ...change, reason: '早走一小时' } }),
      ),
    )
    expect(corrections.map(({ status }) => status).sort()).toEqual([200, 409])
    const entries = await entriesOf(first)
    expect(entries.map(({ status, minutes }) => `${status} ${minutes}`).sort()).toEqual([
      'corrected 120',
      'waiting 60',
    ])
    const now = entries.find(({ status }) => status === 'waiting')
    expect(now?.corrects).toBe(old.id)
    const ids = [now?.id ?? '']
    const words = [leader, worker].map(async (client) =>
      ok(await client.call(api.confirm, { body: { ids } })),
    )
    expect((await Promise.all(words)).flatMap(({ results }) => results.map(({ ok }) => ok)).sort()).toEqual([
      false,
      true,
    ])
    const gone = ok(await leader.call(api.withdraw, { ...at(now?.id ?? ''), body: { reason: '不是他' } }))
    expect(gone).toMatchObject({ status: 'withdrawn', reason: '不是他' })
    ok(await record(id, [first], { from: '08:00', until: '09:00' }))
    const waiting = (await entriesOf(first)).find(({ status }) => status === 'waiting')
    ok(await leader.call(api.refuse, { ...at(waiting?.id ?? ''), body: { reason: '没有来' } }))
    expect(ok(await leader.call(api.team, at(id))).minutes).toBe(0)
    const query = { team: id, status: ['refused' as const] }
    expect(ok(await worker.call(api.entries, { query })).items).toHaveLength(1)
    expect(ok(await worker.call(api.entryCount, { query: { team: id } })).value).toBe(3)
    expect((await stranger.call(api.entries, { query })).body.items).toEqual([])
  })
})

describe('A person', () => {
  it('is the same by name and number, is asked for little, and is masked', async () => {
    const { id, first } = await team('同人一队', [{ name: '孙七', phone: '13800000051' }])
    const other = await team('同人二队', [{ name: '孙七', phone: '13800000051' }])
    const { counted } = await database().one<{ counted: number }>(
      sql`select count(distinct volunteer)::int as counted from team_member where id in (${first}, ${other.first})`,
    )
    expect(counted).toBe(1)
    expect(codeOf(await join(id, { name: '孙七', phone: '13800000051' }))).toBe('volunteer.already')
    const page = ok(await leader.call(api.member, at(first)))
    expect(page.phone).toBe('138****0051')
    expect(ok(await leader.call(api.phone, at(first))).phone).toBe('13800000051')
    const kept = ok(
      await leader.call(api.editMember, { ...at(first), body: { name: '孙七', phone: '138****0051' } }),
    )
    expect(kept.phone).toBe('138****0051')
    expect((await stranger.call(api.member, at(first))).status).toBe(404)
    ok(await leader.call(api.leave, { ...at(first), body: { on: day('2023-08-01') } }))
    expect(codeOf(await leader.call(api.leave, { ...at(first), body: { on: worldToday } }))).toBe(
      'volunteer.left',
    )
    const ended = ok(
      await leader.call(api.endTeam, { ...at(other.id), body: { on: worldToday, reason: '并入社区队' } }),
    )
    expect([ended.endsOn, ended.members]).toEqual([worldToday, 0])
    expect(codeOf(await join(other.id, { name: '周八' }))).toBe('team.ended')
  })

  it('with an account sees the own hours, records some, and objects; others see nothing of it', async () => {
    const { id, first } = await team('自记一队', [{ name: '吴九', phone: '13800000061' }])
    await confirmed(id, first)
    expect(ok(await resident.call(api.mine)).entries).toEqual([])
    const set = (loginName: string | null) =>
      worker.call(api.setAccount, { ...at(first), body: { loginName } })
    expect(codeOf(await set('resident.outside'))).toBe('volunteer.noResident')
    expect(ok(await set('resident.inside')).account).toBe('居民（志愿者）（测试）')
    const mine = ok(await resident.call(api.mine))
    expect(mine).toMatchObject({ minutes: 120, thisYear: 120, teams: [{ member: first }] })
    const own = {
      member: first,
      kind: 'environment',
      activity: '捡垃圾',
      on: day('2023-08-12'),
      minutes: 90,
    } as const
    expect(ok(await resident.call(api.recordOwn, { body: own })).entries).toHaveLength(2)
    expect(codeOf(await resident.call(api.recordOwn, { body: own }))).toBe('service.toldAlready')
    const entry = mine.entries[0]?.id ?? ''
    ok(await resident.call(api.object, { ...at(entry), body: { words: '那天是三个小时' } }))
    const { items } = ok(
      await leader.call(queuesApi.list, { params: { source: 'volunteers.answer' }, query: {} }),
    )
    expect(items.map(({ note }) => note)).toEqual(['那天是三个小时'])
    const answered = ok(
      await leader.call(api.answer, { ...at(entry), body: { words: '签到表上是两个小时' } }),
    )
    expect(answered.answer).toBe('签到表上是两个小时')
    expect(codeOf(await leader.call(api.answer, { ...at(entry), body: { words: '再答' } }))).toBe(
      'service.nothingToAnswer',
    )
    ok(await set(null))
    expect(codeOf(await resident.call(api.object, { ...at(entry), body: { words: '再说' } }))).toBe(
      'notFound',
    )
  })
})

describe('A certificate of service', () => {
  it('states confirmed hours, is printed, verified by its QR code, and says when they were corrected or it was cancelled', async () => {
    const { id, first } = await team('证明一队', [{ name: '郑小十', phone: '13800000071' }])
    const period = { from: day('2023-08-01'), until: worldToday }
    expect(codeOf(await leader.call(api.certify, { ...at(first), body: period }))).toBe(
      'service.nothingToState',
    )
    await confirmed(id, first)
    const issue = async () => ok(await leader.call(api.certify, { ...at(first), body: period }))
    const made = await issue()
    expect(made).toMatchObject({ minutes: 120, issuedOn: worldToday, state: 'valid' })
    const pdf = (await leader.call(api.printCertificate, at(made.id))).raw
    const text = (await textsOf(pdf)).join('')
    for (const part of ['郑小十', '护河', '2 小时', made.number])
      expect(text.replace(/\s+/g, ' ')).toContain(part)
    const [page] = await picturesOf(pdf, 2.5)
    const code = (page && qrIn(page))?.split('/verify-service/')[1] ?? ''
    const verify = () => anybody.call(api.verifyService, { params: { code } })
    const told = await verify()
    expect(ok(told)).toMatchObject({ name: '郑**', minutes: 120, state: 'valid', number: made.number })
    for (const secret of ['郑小十', '1380000', first]) expect(told.raw.toString('utf8')).not.toContain(secret)
    ok(await leader.call(api.withdraw, { ...at((await firstOf(first)).id), body: { reason: '记错' } }))
    expect(ok(await verify()).state).toBe('changed')
    ok(await leader.call(api.cancelCertificate, { ...at(made.id), body: { reason: '重新开' } }))
    expect(ok(await verify())).toMatchObject({ state: 'cancelled', endedOn: worldToday })
    expect(codeOf(await anybody.call(api.verifyService, { params: { code: `${code}x` } }))).toBe(
      'service.unknownCode',
    )
  })
})
