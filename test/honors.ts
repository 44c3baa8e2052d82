// What tests of titles share: who takes part, groups to be honoured, and a clock that goes on.
import { beforeAll, expect } from 'vitest'
import type { Day, Instant } from '../src/kernel/time.ts'
import type { HonorDraft, SubjectDraft } from '../src/modules/honors/honor-drafts.ts'
import { honorsApi } from '../src/modules/honors/honors-api.ts'
import { type Database, sql } from '../src/platform/db.ts'
import { buildServer } from '../src/server.ts'
import { type Client, clientOf } from './client.ts'
import { places, spotsIn, worldNow } from './world.ts'

type Caller = 'worker' | 'township' | 'county' | 'city' | 'outside' | 'stranger'

const logins: Record<Caller, string | undefined> = {
  worker: 'communityWorker.inside',
  township: 'townshipOfficer.inside',
  county: 'countyOfficer.inside',
  city: 'cityOfficer.inside',
  outside: 'countyOfficer.outside',
  stranger: undefined,
}

export type HonorWorld = Record<Caller, Client> & {
  community: string
  townshipCode: string
  /** One of the first four active groups of the community. */
  group: (at: number) => SubjectDraft
  goTo: (day: Day) => void
}

export function useHonors(database: () => Database): () => HonorWorld {
  let world: HonorWorld | undefined
  let now = worldNow
  const goTo = (day: Day) => {
    now = `${day}T02:00:00.000Z` as Instant
  }
  beforeAll(async () => {
    const secret = 'a secret of at least thirty-two letters'
    const app = await buildServer(database(), { secret, clock: () => now })
    const clients: Partial<Record<Caller, Client>> = {}
    for (const name of Object.keys(logins) as Caller[]) clients[name] = await clientOf(app, logins[name])
    const { community, township } = await spotsIn(database(), places.inside)
    const ids = await database().rows<{ id: string }>(sql`
      select id from organization where community = ${community} and status = 'active' order by id limit 4`)
    const group = (at: number): SubjectDraft => ({ subject: 'organization', organization: ids[at]?.id ?? '' })
    world = { ...(clients as Record<Caller, Client>), community, townshipCode: township, group, goTo }
  })
  return () => {
    if (!world) throw new Error('the world is ready only inside tests')
    return world
  }
}

/** A brand of the county in the year of the world. */
export const honorDraft = (about: SubjectDraft, more: Partial<HonorDraft> = {}): HonorDraft => ({
  ...{ kind: 'brand', level: 'county', title: '品牌社区社会组织', year: 2023, theme: null, about },
  ...{ reason: '常年义务服务', ...more },
})

export const nominate = (by: Client, body: HonorDraft) => by.call(honorsApi.nominate, { body })

/** The params of a nomination that was taken. */
export async function nominated(by: Client, body: HonorDraft): Promise<{ params: { id: string } }> {
  const reply = await nominate(by, body)
  expect(reply.raw.toString()).toContain('"status":"nominated"')
  return { params: { id: reply.body.id } }
}
