// Signing up without an account: places, turns and order hold whatever many people do at once.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { phoneOf, planned, published, signUp } from '../../../../test/activities.ts'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { activitiesApi } from '../activities-api.ts'

const database = useDatabase()
let worker: Client
let anybody: Client
let area: string

beforeAll(async () => {
  const app = await testServer(database())
  worker = await clientOf(app, 'communityWorker.inside')
  anybody = await clientOf(app)
  area = (await spotsIn(database(), places.inside)).community
})

const list = async (id: string) => (await worker.call(activitiesApi.signUps, { params: { id } })).body.items
const count = async (id: string) => {
  const items = await list(id)
  return (status: string) => items.filter((one) => one.status === status).length
}

describe('A hundred who sign up in the same second', () => {
  it('never take more places than there are; the next wait in order, the others are told', async () => {
    const { id, code } = await published(worker, { area, places: 30 })
    const hundred = Array.from({ length: 100 }, (_, person) => signUp(anybody, code, person))
    const replies = await Promise.all(hundred)
    const counts = await count(id)
    expect([counts('going'), counts('waiting')]).toEqual([30, 50])
    expect(replies.filter(({ status }) => status === 200).length).toBe(80)
    const refused = replies.filter(({ status }) => status === 409)
    expect(new Set(refused.map(({ body }) => (body as unknown as { code: string }).code))).toEqual(
      new Set(['signUp.full']),
    )
    const turns = replies.flatMap(({ body }) => (body.turn ? [body.turn] : [])).sort((a, b) => a - b)
    expect(turns).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  })

  it('with one and the same number are one', async () => {
    const { id, code } = await published(worker, { area, places: 30 })
    const replies = await Promise.all(Array.from({ length: 20 }, () => signUp(anybody, code, 7)))
    expect(replies.filter(({ status }) => status === 200).length).toBe(1)
    expect((await list(id)).length).toBe(1)
  })
})

type Act =
  | { kind: 'signUp'; person: number }
  | { kind: 'giveBack'; person: number }
  | { kind: 'places'; places: number }

const person = fc.integer({ min: 100, max: 108 })
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('signUp' as const), person }),
  fc.record({ kind: fc.constant('signUp' as const), person }),
  fc.record({ kind: fc.constant('giveBack' as const), person }),
  fc.record({ kind: fc.constant('places' as const), places: fc.integer({ min: 1, max: 6 }) }),
)

it('whatever people do, those who go and those who wait are as a plain queue has them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { maxLength: 14 }), async (acts) => {
      let plan = await published(worker, { area, places: 2 })
      let queue: number[] = []
      let limit = 2
      const tickets = new Map<number, string>()
      for (const act of acts) {
        if (act.kind === 'signUp') {
          const { status, body } = await signUp(anybody, plan.code, act.person)
          expect(status).toBe(queue.includes(act.person) ? 409 : 200)
          if (status !== 200) continue
          queue.push(act.person)
          tickets.set(act.person, body.code)
        } else if (act.kind === 'giveBack') {
          const ticket = tickets.get(act.person) ?? 'NOBODYS'
          const reply = await anybody.call(activitiesApi.giveBack, { params: { code: plan.code, ticket } })
          expect(reply.status === 200).toBe(queue.includes(act.person))
          queue = queue.filter((one) => one !== act.person)
        } else {
          const going = Math.min(limit, queue.length)
          const { partnerNames: _, ...draft } = plan
          const reply = await worker.call(activitiesApi.edit, {
            params: { id: plan.id },
            body: { version: plan.version, activity: { ...draft, places: act.places } },
          })
          expect(reply.status).toBe(act.places < going ? 422 : 200)
          if (reply.status !== 200) continue
          plan = reply.body
          limit = act.places
        }
      }
      const items = await list(plan.id)
      const named = (status: string) =>
        items.filter((one) => one.status === status).map(({ name }) => Number(name.slice(2)))
      expect(named('going')).toEqual(queue.slice(0, limit))
      expect(named('waiting')).toEqual(queue.slice(limit))
    }),
    { numRuns: 20 },
  )
})

describe('The public page', () => {
  it('tells nobody of a plan that is not published, and names nobody who signed up', async () => {
    const plan = await planned(worker, { area })
    const ask = () => anybody.call(activitiesApi.shown, { params: { code: plan.code } })
    expect((await ask()).status).toBe(404)
    await worker.call(activitiesApi.publish, { params: { id: plan.id } })
    await signUp(anybody, plan.code, 1)
    const { body, raw } = await ask()
    expect(body).toMatchObject({ title: '读书会', going: 1, whyNot: null, full: false })
    expect(raw.toString('utf8')).not.toMatch(/居民1|1390000/)
  })

  it('reads codes as people type them, and says why nobody can sign up any more', async () => {
    const { id, code } = await published(worker, { area, signUpUntil: '2023-08-25T11:00', places: 1 })
    const typed = ` ${code.toLowerCase().replace(/^(.{4})/, '$1-')}`
    expect((await anybody.call(activitiesApi.shown, { params: { code: typed } })).status).toBe(200)
    await database().run(sql`update activity set sign_up_until = '2023-08-25T01:00:00Z' where id = ${id}`)
    const { body } = await anybody.call(activitiesApi.shown, { params: { code } })
    expect(body.whyNot).toContain('报名到 2023-08-25 09:00 截止')
    expect((await signUp(anybody, code, 3)).status).toBe(409)
  })

  it.each([
    ['１３９-0000 0001', 200],
    ['021-55551234', 400],
    ['', 400],
  ])('takes the number %j with %i', async (phone, status) => {
    const { code } = await published(worker, { area })
    const reply = await anybody.call(activitiesApi.signUp, {
      params: { code },
      body: { name: '阿姨', phone },
    })
    expect(reply.status).toBe(status)
  })
})

describe('The organizer', () => {
  it('sees numbers masked, in full on record, and enters who has no phone', async () => {
    const { id, code } = await published(worker, { area, places: 1 })
    await signUp(anybody, code, 5)
    await worker.call(activitiesApi.addSignUp, { params: { id }, body: { name: '周奶奶' } })
    const [first, second] = await list(id)
    expect([first?.phone, second?.phone, second?.status]).toEqual(['139****0005', null, 'waiting'])
    const { body } = await worker.call(activitiesApi.phones, { params: { id } })
    expect(body.items).toEqual([{ id: first?.id, phone: phoneOf(5) }])
    const { looks } = await database().one<{ looks: number }>(sql`
      select count(*)::int as looks from event where subject = ${id} and action = 'activity.seePhones'`)
    expect(looks).toBe(1)
  })

  it('cancels for somebody, and the first who waits moves up', async () => {
    const { id, code } = await published(worker, { area, places: 1 })
    await signUp(anybody, code, 5)
    await signUp(anybody, code, 6)
    const [first] = await list(id)
    const { body } = await worker.call(activitiesApi.dropSignUp, {
      params: { id, signUp: first?.id ?? '' },
    })
    expect(body.items.map(({ name, status, movedUp }) => [name, status, movedUp])).toEqual([
      ['居民6', 'going', true],
      ['居民5', 'cancelled', false],
    ])
  })
})
