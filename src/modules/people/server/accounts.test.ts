// Accounts and postings through the front door: passwords, who administers whom, and what ends at once.
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { password, places, spotsIn } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { type Person, peopleApi } from '../people-api.ts'
import { markDemo } from './people-store.ts'

const database = useDatabase()
let app: FastifyInstance
let administrator: Client
let outsider: Client

beforeAll(async () => {
  app = await testServer(database())
  administrator = await clientOf(app, 'administrator.inside')
  outsider = await clientOf(app, 'administrator.outside')
})

const newer = 'Another-Password-2'
let made = 0

/** A new person with one posting in 太仓, or where it says. */
async function newPerson(role = 'countyOfficer' as const, area: string = places.inside): Promise<Person> {
  made += 1
  const by = area === places.inside ? administrator : outsider
  const body = { loginName: `new.${made}`, displayName: `新人${made}`, password, posting: { role, area } }
  const reply = await by.call(peopleApi.create, { body })
  expect(reply.status).toBe(200)
  return reply.body
}

const codeOf = (reply: { body: unknown }) => (reply.body as { code?: string }).code
const statusOf = async (client: Client) => (await client.call(organizationsApi.count)).status

async function signInStatus(loginName: string, given: string): Promise<number> {
  const payload = { loginName, password: given }
  return (await app.inject({ method: 'POST', url: '/api/session', payload })).statusCode
}

describe('A password', () => {
  it('that is changed ends all other sessions and keeps this one', async () => {
    const { loginName } = await newPerson()
    const [here, elsewhere] = [await clientOf(app, loginName), await clientOf(app, loginName)]
    const changed = await here.call(peopleApi.changePassword, { body: { current: password, next: newer } })
    expect(changed.status).toBe(200)
    expect([await statusOf(here), await statusOf(elsewhere)]).toEqual([200, 401])
    expect([await signInStatus(loginName, password), await signInStatus(loginName, newer)]).toEqual([
      401, 200,
    ])
  })

  it('is not changed by who does not know it', async () => {
    const { loginName } = await newPerson()
    const here = await clientOf(app, loginName)
    const refused = await here.call(peopleApi.changePassword, { body: { current: 'wrong', next: newer } })
    expect([refused.status, codeOf(refused)]).toEqual([422, 'password.wrong'])
    expect(await signInStatus(loginName, password)).toBe(200)
  })

  it.each(['short1A', 'alllowercase1', '1234567890', '只有汉字没有别的'])(
    'like %s is refused',
    async (weak) => {
      const here = await clientOf(app, 'resident.inside')
      const refused = await here.call(peopleApi.changePassword, { body: { current: password, next: weak } })
      expect(refused.status).toBe(400)
      expect(refused.body).toMatchObject({ faults: [{ at: 'next' }] })
    },
  )

  it('that an administrator sets ends all sessions of the person', async () => {
    const { id, loginName } = await newPerson()
    const here = await clientOf(app, loginName)
    await administrator.call(peopleApi.resetPassword, { params: { id }, body: { next: newer } })
    expect(await statusOf(here)).toBe(401)
    expect(await signInStatus(loginName, newer)).toBe(200)
  })

  it('is not set by the administrator of one county for somebody who works in two', async () => {
    const { id } = await newPerson()
    await database().run(sql`insert into posting (id, person, role, area, starts_on)
      values (gen_random_uuid(), ${id}, 'cityOfficer', ${places.city}, '2023-01-01')`)
    const refused = await administrator.call(peopleApi.resetPassword, {
      params: { id },
      body: { next: newer },
    })
    expect([refused.status, codeOf(refused)]).toEqual([403, 'person.postedElsewhere'])
  })
})

describe('A posting', () => {
  it('that ends takes its access at once', async () => {
    const { id, loginName, postings } = await newPerson()
    const here = await clientOf(app, loginName)
    expect(await statusOf(here)).toBe(200)
    const [posting] = postings
    const ended = await administrator.call(peopleApi.endPosting, {
      params: { id, posting: posting?.id ?? '' },
    })
    expect(ended.body.postings).toEqual([])
    expect(await statusOf(here)).toBe(401)
    expect(await statusOf(await clientOf(app, loginName))).toBe(403)
  })

  it('that is added gives its access at once', async () => {
    const { id, loginName } = await newPerson('resident' as 'countyOfficer')
    const here = await clientOf(app, loginName)
    expect(await statusOf(here)).toBe(403)
    const body = { role: 'countyOfficer' as const, area: places.inside }
    await administrator.call(peopleApi.addPosting, { params: { id }, body })
    expect(await statusOf(here)).toBe(200)
  })

  it('is held once', async () => {
    const { id } = await newPerson()
    const body = { role: 'countyOfficer' as const, area: places.inside }
    const twice = await administrator.call(peopleApi.addPosting, { params: { id }, body })
    expect([twice.status, codeOf(twice)]).toEqual([422, 'person.postingHeld'])
  })

  it('is not given outside one’s area', async () => {
    const { id } = await newPerson()
    for (const area of [places.outside, places.city, (await spotsIn(database(), places.outside)).community]) {
      const posting = { role: 'countyOfficer' as const, area }
      expect((await administrator.call(peopleApi.addPosting, { params: { id }, body: posting })).status).toBe(
        404,
      )
      const body = { loginName: 'reaching.out', displayName: '越界', password, posting }
      expect((await administrator.call(peopleApi.create, { body })).status).toBe(404)
    }
    expect(await database().maybe(sql`select 1 from person where login_name = 'reaching.out'`)).toBeNull()
  })

  it('is not ended by its own holder', async () => {
    const { person, postings } = (await administrator.call(peopleApi.session)).body
    const params = { id: person?.id ?? '', posting: postings[0]?.id ?? '' }
    const refused = await administrator.call(peopleApi.endPosting, { params })
    expect([refused.status, codeOf(refused)]).toEqual([422, 'person.ownPosting'])
  })

  it('is not ended in the name of another person', async () => {
    const [one, other] = [await newPerson(), await newPerson()]
    const params = { id: one.id, posting: other.postings[0]?.id ?? '' }
    expect((await administrator.call(peopleApi.endPosting, { params })).status).toBe(404)
  })

  it('in the other county is neither shown nor ended by who administers this one', async () => {
    const { id, loginName } = await newPerson()
    await database().run(sql`insert into posting (id, person, role, area, starts_on)
      values ('019893c1-0000-7000-8000-0000000000aa', ${id}, 'auditor', ${places.outside}, '2023-01-01')`)
    const seenBy = async (client: Client) => {
      const { body } = await client.call(peopleApi.list, { query: { q: loginName } })
      return body.items.flatMap(({ postings }) => postings.map(({ area }) => area))
    }
    expect([await seenBy(administrator), await seenBy(outsider)]).toEqual([[places.inside], [places.outside]])
    const params = { id, posting: '019893c1-0000-7000-8000-0000000000aa' }
    expect((await administrator.call(peopleApi.endPosting, { params })).status).toBe(404)
  })
})

describe('Somebody who moved to the other county', () => {
  it('is no longer known where they came from', async () => {
    const { id, loginName, postings } = await newPerson()
    await administrator.call(peopleApi.endPosting, { params: { id, posting: postings[0]?.id ?? '' } })
    const found = async () =>
      (await administrator.call(peopleApi.list, { query: { q: loginName } })).body.items
    expect(await found(), 'until they work elsewhere').toMatchObject([{ id, postings: [] }])
    await database().run(sql`insert into posting (id, person, role, area, starts_on)
      values (gen_random_uuid(), ${id}, 'countyOfficer', ${places.outside}, '2023-08-25')`)
    expect(await found()).toEqual([])
    const refused = await administrator.call(peopleApi.resetPassword, {
      params: { id },
      body: { next: newer },
    })
    expect(refused.status).toBe(404)
  })
})

describe('Two officers of two counties', () => {
  it('see only their own registers', async () => {
    const areas = await Promise.all(
      (['inside', 'outside'] as const).map(async (side) => {
        const officer = await clientOf(app, `countyOfficer.${side}`)
        const { body } = await officer.call(organizationsApi.list, { query: { limit: 200 } })
        return [...new Set(body.items.map(({ area }) => area.slice(0, 6)))]
      }),
    )
    expect(areas).toEqual([[places.inside.slice(0, 6)], [places.outside.slice(0, 6)]])
  })
})

describe('Names', () => {
  it('that are taken are refused at their field', async () => {
    const posting = { role: 'auditor' as const, area: places.inside }
    const body = { loginName: 'countyOfficer.outside', displayName: '同名', password, posting }
    const refused = await administrator.call(peopleApi.create, { body })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ code: 'person.loginNameTaken', faults: [{ at: 'loginName' }] })
  })

  it('are sought as they are written, without wildcards', async () => {
    const { body } = await administrator.call(peopleApi.list, { query: { q: '%' } })
    expect(body.items).toEqual([])
  })
})

describe('Demo accounts', () => {
  it('are listed only in a demo, with the password, and only those made for it', async () => {
    const nobody = await clientOf(app)
    expect((await nobody.call(peopleApi.demoAccounts)).body).toEqual({ password: null, accounts: [] })
    await database().run(sql`update person set demo = true where login_name = 'countyOfficer.inside'`)
    expect((await nobody.call(peopleApi.demoAccounts)).body.accounts).toEqual([])
    await markDemo(database(), 0)
    const { body } = await nobody.call(peopleApi.demoAccounts)
    expect(body.password).toEqual(expect.any(String))
    expect(body.accounts.map(({ loginName }) => loginName)).toEqual(['countyOfficer.inside'])
  })
})
