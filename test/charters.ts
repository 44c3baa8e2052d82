// Charters of a small world: a leader, a community worker and an officer, and how each goes through the front door.
import { beforeAll, expect } from 'vitest'
import { exampleForm } from '../src/demo/charter-form.ts'
import type { Charter } from '../src/modules/charters/charter.ts'
import { chartersApi } from '../src/modules/charters/charters-api.ts'
import { organizationsApi } from '../src/modules/organizations/organizations-api.ts'
import { sql } from '../src/platform/db.ts'
import { type Client, clientOf, testServer } from './client.ts'
import { useDatabase } from './database.ts'
import { places, spotsIn } from './world.ts'

export const counted = {
  ...{ heldOn: '2023-08-20', place: '社区活动室', recorder: '记录人甲' },
  ...{ entitled: 30, present: 28, inFavour: 26, against: 1, abstaining: 1 },
}
export type VoteChange = Partial<typeof counted> & { inForceOn?: string | null; revision?: number }

/** A database of its own for the file, and the ways of its people. */
export function useCharters() {
  const database = useDatabase()
  const people = {} as { leader: Client; worker: Client; officer: Client }
  let community = ''
  let made = 0

  beforeAll(async () => {
    const app = await testServer(database())
    people.leader = await clientOf(app, 'organizationLeader.inside')
    people.worker = await clientOf(app, 'communityWorker.inside')
    people.officer = await clientOf(app, 'countyOfficer.inside')
    community = (await spotsIn(database(), places.inside)).community
  })

  /** A filed organization of the community that the leader keeps. */
  const newOrganization = async (): Promise<string> => {
    const body = {
      ...{ name: `章程试验${made++}合唱队`, area: community, members: 30, filedOn: '2023-01-10' },
      ...({ category: 'culture', tier: 'filed' } as const),
    }
    const { id } = (await people.officer.call(organizationsApi.create, { body })).body
    await database().run(sql`update organization set keeper =
      (select id from person where login_name = 'organizationLeader.inside') where id = ${id}`)
    return id
  }

  const start = async (organization: string, from: string | null = null, who = people.leader) => {
    const reply = await who.call(chartersApi.start, { params: { id: organization }, body: { from } })
    expect(reply.status, reply.raw.toString()).toBe(200)
    return reply.body
  }

  const edit = async (draft: Charter, form: Charter['form'], who = people.leader): Promise<Charter> => {
    if (!form) throw new Error('a paper has no form')
    const body = { revision: draft.revision, form }
    const reply = await who.call(chartersApi.edit, { params: { id: draft.id }, body })
    expect(reply.status, reply.raw.toString()).toBe(200)
    return reply.body
  }

  const complete = async (organization: string, who = people.leader): Promise<Charter> => {
    const draft = await start(organization, null, who)
    return edit(draft, filled(draft), who)
  }

  const vote = (charter: Charter, change: VoteChange = {}, who = people.leader) =>
    who.call(chartersApi.vote, {
      params: { id: charter.id },
      body: { revision: charter.revision, inForceOn: '2023-08-21', ...counted, ...change },
    })

  const register = async (id: string) =>
    (await people.officer.call(organizationsApi.one, { params: { id } })).body
  const versions = async (id: string) =>
    (await people.officer.call(chartersApi.list, { params: { id } })).body
  return { database, people, newOrganization, start, edit, complete, vote, register, versions }
}

/** Everything that a charter needs, on top of what was prefilled. */
export function filled({ form, rules }: Charter) {
  const known = { name: '', category: 'culture', place: null, scope: null, partyPresence: null } as const
  const example = exampleForm({ ...known, community: '某社区', township: '某镇' }, rules)
  const given = Object.entries(form ?? {}).filter(([, value]) => value !== null && String(value) !== '')
  return { ...example, ...Object.fromEntries(given) }
}
