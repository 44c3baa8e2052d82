// What tests of applications share: people at every desk, a clock that can be set, and an application brought to a station.
import type { FastifyInstance } from 'fastify'
import { beforeAll } from 'vitest'
import type { Instant } from '../src/kernel/time.ts'
import type { Application } from '../src/modules/filing/filing.ts'
import { filingApi, type Handling } from '../src/modules/filing/filing-api.ts'
import { type Database, sql } from '../src/platform/db.ts'
import { buildServer } from '../src/server.ts'
import { type Client, clientOf } from './client.ts'
import { places, spotsIn } from './world.ts'

/** `today` may be set: the server lives on that day. */
export type Filing = {
  today: string
  app: FastifyInstance
  leader: Client
  worker: Client
  township: Client
  county: Client
  community: { code: string; name: string }
}

/** Filled before the tests of the file run. */
export function useFiling(database: () => Database) {
  const f = { today: '2023-12-28' } as Filing
  beforeAll(async () => {
    f.app = await buildServer(database(), {
      secret: 'a secret of at least thirty-two letters',
      clock: () => `${f.today}T02:00:00.000Z` as Instant,
    })
    f.leader = await clientOf(f.app, 'organizationLeader.inside')
    f.worker = await clientOf(f.app, 'communityWorker.inside')
    f.township = await clientOf(f.app, 'townshipOfficer.inside')
    f.county = await clientOf(f.app, 'countyOfficer.inside')
    const spots = await spotsIn(database(), places.inside)
    f.community = await database().one(
      sql`select code::text as code, short_name as name from area where code = ${spots.community}`,
    )
  })

  const facts = (name: string) => ({
    ...{
      name: `${f.community.name}${name}`,
      category: 'culture' as const,
      leader: '陈某',
      phone: '13812345678',
    },
    ...{ place: '活动室', scope: '排练和演出', founders: 5, foundedOn: '2021-03-01' },
  })

  async function begun(
    name: string,
    tier: 'guided' | 'filed' = 'filed',
    who = f.leader,
  ): Promise<Application> {
    const made = ok(await who.call(filingApi.create, { body: { key: key(), area: f.community.code, tier } }))
    return ok(
      await who.call(filingApi.save, { ...by(made), body: { version: made.version, facts: facts(name) } }),
    )
  }

  async function complete(name: string, who = f.leader): Promise<Application> {
    const made = await begun(name, 'filed', who)
    ok(await who.call(filingApi.saveRoster, { ...by(made), body: { members } }))
    for (const material of ['charter', 'place'])
      ok(await who.upload(filingApi.addFile, { ...by(made), query: { material } }, pdf))
    return made
  }

  async function sent(name: string, who = f.leader): Promise<Application> {
    return ok(await who.call(filingApi.submit, by(await complete(name, who))))
  }

  const atTownship = (application: { id: string }, body: Handling) =>
    f.township.call(filingApi.handleInTownship, { ...by(application), body })
  const heard = (application: { id: string }) =>
    f.worker.call(filingApi.handleInCommunity, {
      ...by(application),
      body: { step: 'opine', supports: true, words: '居民有需要' },
    })

  /** An application that waits for the township's decision. */
  async function accepted(name: string): Promise<Application> {
    const application = await sent(name)
    ok(await heard(application))
    return ok(await atTownship(application, { step: 'accept' }))
  }

  return { f, facts, begun, complete, sent, accepted, atTownship, heard }
}

export const members = Array.from({ length: 12 }, (_, at) => ({
  ...{ name: `成员${at}`, party: at < 4 ? ('full' as const) : ('none' as const) },
}))
export const pdf = { name: '章程.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%试\n%%EOF\n') }

/** The body, or the refusal with its words. */
export const ok = <T>({ status, body, raw }: { status: number; body: T; raw: Buffer }): T => {
  if (status !== 200) throw new Error(`${status} ${raw.toString('utf8')}`)
  return body
}
export const refused = (reply: { status: number; body: unknown }) => ({
  status: reply.status,
  ...(reply.body as { code: string; message: string; faults?: { at: string }[] }),
})
export const by = ({ id }: { id: string }) => ({ params: { id } })
export const key = () => crypto.randomUUID()
