// Party-building through the front door: arranging, moving, dissolving, members, party life, coverage, the queue.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import { partyApi } from '../party-api.ts'

const database = useDatabase()
let party: Client
let worker: Client
let officer: Client
let community: string

beforeAll(async () => {
  const app = await testServer(database())
  party = await clientOf(app, 'partyOfficer.inside')
  worker = await clientOf(app, 'communityWorker.inside')
  officer = await clientOf(app, 'countyOfficer.inside')
  community = (await spotsIn(database(), places.inside)).community
})

let made = 0
/** An organization of the community, founded long ago, without any arrangement. */
async function addOrganization(partyMembers: number | null, name = `测试第${++made}健身队`): Promise<string> {
  const reply = await officer.call(organizationsApi.create, {
    body: {
      ...{ name, area: community, category: 'sports', tier: 'filed', members: 20, partyMembers },
      ...{ foundedOn: '2022-03-01', filedOn: '2022-03-10', partyPresence: 'none' },
    },
  })
  expect(reply.status).toBe(200)
  return reply.body.id
}

const arrange = (id: string, body: NonNullable<Parameters<typeof decide>[1]>) => decide(id, body)
const decide = (id: string, body: object) =>
  party.call(partyApi.arrange, { params: { id }, body: body as never })
const branch = { name: '测试党支部' }
const see = async (id: string) => (await party.call(partyApi.ofOrganization, { params: { id } })).body

async function presenceOn(id: string, day: string): Promise<string | null> {
  const row = await database().maybe<{ presence: string | null }>(sql`
    select party_presence as presence from organization_period where organization = ${id} and superseded_at is null
      and starts_on <= ${day} and (ends_on is null or ends_on > ${day})`)
  return row?.presence ?? null
}

describe('An own branch', () => {
  it('is founded with three full members, and the register says so from that day on', async () => {
    const id = await addOrganization(4)
    const { body } = await arrange(id, { kind: 'own', branch, from: '2023-05-01' })
    expect(body).toMatchObject({ presence: 'own', reason: null, arrangement: { kind: 'own' } })
    expect(await presenceOn(id, '2023-04-30')).toBe('none')
    expect(await presenceOn(id, '2023-05-01')).toBe('own')
  })

  it('is refused with two members, with unknown ones, tomorrow, and without a committee of seven', async () => {
    const [two, unknown, eight] = [
      await addOrganization(2),
      await addOrganization(null),
      await addOrganization(8),
    ]
    const codes = [
      (await arrange(two, { kind: 'own', branch, from: worldToday })).body,
      (await arrange(unknown, { kind: 'own', branch, from: worldToday })).body,
      (await arrange(eight, { kind: 'own', branch, from: '2023-08-26' })).body,
      (await arrange(eight, { kind: 'own', branch, from: worldToday })).body,
    ].map((body) => (body as unknown as { code: string }).code)
    expect(codes).toEqual(['party.tooFewMembers', 'party.tooFewMembers', 'party.day', 'party.leadership'])
    const led = { ...branch, committee: 3, secretary: '测试书记' }
    expect((await arrange(eight, { kind: 'own', branch: led, from: worldToday })).status).toBe(200)
  })

  it('is dissolved with its reason, and the organization returns to the queue', async () => {
    const id = await addOrganization(3)
    const { body } = await arrange(id, { kind: 'own', branch, from: '2023-05-01' })
    const params = { id: body.arrangement?.branch?.id ?? '' }
    const ending = { on: '2023-08-01', reason: '党员转出' }
    const [one, other] = await Promise.all([
      party.call(partyApi.dissolve, { params, body: ending }),
      party.call(partyApi.dissolve, { params, body: ending }),
    ])
    expect([one.status, other.status].sort()).toEqual([200, 409])
    expect(await see(id)).toMatchObject({ presence: 'none', reason: 'due', arrangement: null })
    expect(await presenceOn(id, '2023-07-31')).toBe('own')
    expect(await waitingFor('party.arrange')).toContain(id)
  })
})

describe('A joint branch', () => {
  it('unites neighbours as proposed; a sixth organization is refused in words', async () => {
    const ids: string[] = []
    for (let at = 0; at < 6; at++) ids.push(await addOrganization(1))
    const [first = '', second = '', third = '', ...others] = ids
    const { body: proposed } = await party.call(partyApi.proposal, { params: { id: first } })
    expect(['joint', 'join']).toContain(proposed.proposal.kind)
    const founded = await arrange(first, {
      ...{ kind: 'joint', branch, partners: [second, third], from: '2023-06-01' },
    })
    expect(founded.body).toMatchObject({ presence: 'joint' })
    expect(await presenceOn(third, '2023-06-01')).toBe('joint')
    const united = founded.body.arrangement?.branch?.id
    for (const id of others.slice(0, 2))
      expect((await arrange(id, { kind: 'join', branch: united, from: worldToday })).status).toBe(200)
    const sixth = await arrange(others[2] ?? '', { kind: 'join', branch: united, from: worldToday })
    expect(sixth.status).toBe(422)
    expect(sixth.body).toMatchObject({
      code: 'party.jointTooLarge',
      message: expect.stringContaining('6 个'),
    })
    const shown = await party.call(partyApi.branch, { params: { id: united ?? '' } })
    expect(shown.body).toMatchObject({ organizations: 5, members: 5, area: community })
  })

  it('takes nobody twice, nobody who is taken, nobody who has ended, and no day before the last decision', async () => {
    const [one, other, ended] = [await addOrganization(2), await addOrganization(1), await addOrganization(1)]
    const unite = (partners: string[], from = '2023-06-01') =>
      arrange(one, { kind: 'joint', branch, partners, from })
    expect((await unite([one])).body).toMatchObject({ code: 'party.sameTwice' })
    await officer.call(organizationsApi.end, {
      params: { id: ended },
      body: { on: '2023-08-01', reason: '解散' },
    })
    expect((await unite([ended])).body).toMatchObject({ code: 'party.organizationEnded' })
    expect((await unite([other])).status).toBe(200)
    const third = await addOrganization(2)
    const taken = await arrange(third, { kind: 'joint', branch, partners: [other], from: worldToday })
    expect(taken.body).toMatchObject({ code: 'party.partnerTaken' })
    expect((await unite([third], '2023-05-01')).body).toMatchObject({ code: 'party.day' })
  })
})

describe('An instructor', () => {
  it('looks after organizations, is replaced by a branch, and leaves them to the queue when ending', async () => {
    const added = await party.call(partyApi.addInstructor, {
      body: { name: '测试指导员', unit: '居委会', area: community, from: '2023-01-01' },
    })
    const instructor = added.body.id
    const [grows, stays] = [await addOrganization(3), await addOrganization(0)]
    for (const id of [grows, stays])
      expect((await arrange(id, { kind: 'instructor', instructor, from: '2023-02-01' })).status).toBe(200)
    expect(await see(grows)).toMatchObject({ reason: 'due', revisit: expect.stringContaining('单独建立') })
    expect(await waitingFor('party.revisit')).toContain(grows)
    await arrange(grows, { kind: 'own', branch, from: '2023-07-01' })
    expect((await see(grows)).history.map(({ kind, until }) => [kind, until])).toEqual([
      ['own', null],
      ['instructor', '2023-07-01'],
    ])
    await party.call(partyApi.endInstructor, {
      params: { id: instructor },
      body: { on: '2023-08-20', reason: '调离' },
    })
    expect(await see(stays)).toMatchObject({ presence: 'none', reason: 'noMembers' })
    expect(await see(grows)).toMatchObject({ presence: 'own' })
  })
})

describe('Members', () => {
  it('are names for those who may, with a look on record; the register takes the number of a complete list', async () => {
    const id = await addOrganization(5)
    const params = { id }
    const add = (name: string, fullSince: string | null) =>
      worker.call(partyApi.addMember, {
        params,
        body: { name, fullSince, relation: 'elsewhere', from: '2022-03-01' },
      })
    for (const name of ['甲同志', '乙同志', '丙同志'])
      expect((await add(name, '2020-01-01')).status).toBe(200)
    const before = await add('丁同志', null)
    expect(before.body.members).toMatchObject({ kept: false, full: 5 })
    expect((await add('甲同志', null)).body).toMatchObject({ code: 'party.memberTwice' })
    const kept = await worker.call(partyApi.keepRoster, { params, body: { from: '2023-06-01' } })
    expect(kept.body.members).toEqual({
      ...{ kept: true, full: 3, probationary: 1, elsewhere: 3, keyMembers: 0 },
    })
    expect(await countOn(id, '2023-05-31')).toBe(5)
    expect(await countOn(id, '2023-06-01')).toBe(3)
    const looked = await worker.call(partyApi.lookAtMembers, { params })
    expect(looked.body.members.map(({ name }) => name)).toContain('丁同志')
    const left = looked.body.members.find(({ name }) => name === '甲同志')?.id ?? ''
    await worker.call(partyApi.endMember, { params: { id: left }, body: { on: '2023-08-01' } })
    expect([await countOn(id, '2023-07-31'), await countOn(id, '2023-08-01')]).toEqual([3, 2])
    const looks = await database().rows(sql`
      select 1 from event where action = 'party.lookAtMembers' and subject = ${id}`)
    expect(looks).toHaveLength(1)
    const named = await database().rows(sql`select 1 from event where changes::text like '%同志%'`)
    expect(named).toEqual([])
    expect((await officer.call(partyApi.lookAtMembers, { params })).status).toBe(403)
    expect(JSON.stringify((await officer.call(partyApi.ofOrganization, { params })).body)).not.toContain(
      '同志',
    )
  })

  it('who are key people are recorded with a seat where there is one', async () => {
    const params = { id: await addOrganization(1) }
    const seat = { name: '戊同志', kind: 'seat' as const, from: '2023-03-01' }
    const bare = await worker.call(partyApi.addKeyPerson, { params, body: seat })
    expect(bare.body).toMatchObject({ code: 'party.seat' })
    const { body } = await worker.call(partyApi.addKeyPerson, {
      params,
      body: { ...seat, body: '居民议事会' },
    })
    expect(body.keyPeople).toMatchObject([{ kind: 'seat', body: '居民议事会', until: null }])
    const ending = { params: { id: body.keyPeople[0]?.id ?? '' }, body: { on: worldToday, reason: '换届' } }
    expect((await worker.call(partyApi.endKeyPerson, ending)).status).toBe(200)
    expect((await worker.call(partyApi.endKeyPerson, ending)).status).toBe(409)
  })
})

const countOn = async (id: string, day: string): Promise<number | null> =>
  (
    await database().one<{ counted: number | null }>(sql`
      select party_members as counted from organization_period where organization = ${id} and superseded_at is null
        and starts_on <= ${day} and (ends_on is null or ends_on > ${day})`)
  ).counted

describe('Party life', () => {
  it('owes what has not been held, is recorded in one step, and can be taken back', async () => {
    const id = await addOrganization(3)
    const { body } = await arrange(id, { kind: 'own', branch, from: '2023-05-01' })
    const params = { id: body.arrangement?.branch?.id ?? '' }
    expect(await waitingFor('party.life')).toContain(`${params.id}.themeDay`)
    const themeDay = { kind: 'themeDay' as const, on: '2023-08-20', subject: '清理河道', attended: 3 }
    const early = await worker.call(partyApi.addActivity, { params, body: { ...themeDay, on: '2023-04-30' } })
    expect(early.body).toMatchObject({ code: 'party.day' })
    const held = await worker.call(partyApi.addActivity, { params, body: themeDay })
    expect(held.body.owed.find(({ kind }) => kind === 'themeDay')).toMatchObject({ held: true, due: null })
    expect(await waitingFor('party.life')).not.toContain(`${params.id}.themeDay`)
    const taken = { params: { id: held.body.activities[0]?.id ?? '' }, body: { reason: '记错了支部' } }
    expect((await worker.call(partyApi.withdrawActivity, taken)).body.activities).toEqual([])
    expect((await worker.call(partyApi.withdrawActivity, taken)).status).toBe(409)
    expect(await waitingFor('party.life')).toContain(`${params.id}.themeDay`)
  })

  it('lists the branches whose meetings are due first before the others', async () => {
    const { body } = await party.call(partyApi.branches, { query: { area: community, limit: 200 } })
    const dues = body.items.map(({ due }) => due ?? 'none')
    expect(dues).toEqual([...dues].sort())
    const late = { area: community, overdue: 'true' as const, limit: 200 }
    const { items } = (await party.call(partyApi.branches, { query: late })).body
    expect(items).toEqual(body.items.filter(({ due }) => due !== null && due < worldToday))
  })

  it('includes pairings and regular contacts', async () => {
    const id = await addOrganization(3)
    const { body } = await arrange(id, { kind: 'own', branch, from: '2023-05-01' })
    const params = { id: body.arrangement?.branch?.id ?? '' }
    const pairing = await worker.call(partyApi.addPairing, {
      params,
      body: { partner: '测试小学', kind: 'school', about: '课后托管', from: '2023-06-01' },
    })
    const ended = await worker.call(partyApi.endPairing, {
      params: { id: pairing.body.pairings[0]?.id ?? '' },
      body: { on: '2023-08-01', reason: '学期结束' },
    })
    expect(ended.body.pairings).toMatchObject([{ partner: '测试小学', until: '2023-08-01' }])
    const contact = await worker.call(partyApi.contact, {
      params: { id },
      body: { kind: 'visit', on: '2023-05-20', matter: '了解场地困难' },
    })
    expect(contact.body.contacts).toMatchObject([{ on: '2023-05-20', outcome: null }])
    expect(await waitingFor('party.contact')).toContain(id)
  })
})

describe('Coverage', () => {
  it('counts what the register says on the day, area by area, and lists those that lack it first', async () => {
    const on = '2023-08-25'
    const { body } = await party.call(partyApi.coverage, { query: { on } })
    const naive = await database().one<Record<string, number>>(sql`
      select count(*)::int as total, count(*) filter (where party_presence = 'own')::int as own,
        count(*) filter (where party_presence = 'joint')::int as joint,
        count(*) filter (where coalesce(party_presence, 'none') = 'none')::int as missing
      from organization where county = ${places.inside} and status = 'active'`)
    expect(body.coverage).toMatchObject(naive)
    const missing = body.children.map(({ coverage }) => coverage.missing)
    expect(missing).toEqual([...missing].sort((a, b) => b - a))
    expect(missing.reduce((sum, one) => sum + one, 0)).toBe(body.coverage.missing)
    const list = await party.call(partyApi.covered, { query: { is: 'missing', limit: 200 } })
    expect(list.body.items.every(({ reason }) => reason !== null)).toBe(true)
    expect(list.body.items.length).toBe(Math.min(200, body.coverage.missing))
    const before = await party.call(partyApi.coverage, { query: { on: '2020-01-01' } })
    expect(before.body.coverage.total).toBeLessThan(body.coverage.total)
    expect((await party.call(partyApi.coverage, { query: { on: '2023-08-26' } })).status).toBe(422)
  })
})

/** Ids of what waits of one kind, for the community worker. */
async function waitingFor(source: string): Promise<string[]> {
  const ids: string[] = []
  let after: string | undefined
  do {
    const { body } = await worker.call(queuesApi.list, {
      params: { source },
      query: { limit: 200, ...(after ? { after } : {}) },
    } as never)
    if (!(body as { items?: unknown }).items) throw new Error(JSON.stringify(body))
    const page = body as { items: { id: string }[]; next: string | null }
    ids.push(...page.items.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  return ids
}
