// Trainings as tests make them: who asks, a training of a place, and lists of names.
import { organizationsApi } from '../src/modules/organizations/organizations-api.ts'
import type { TrainingView } from '../src/modules/training/training.ts'
import { trainingApi } from '../src/modules/training/training-api.ts'
import { type Database, sql } from '../src/platform/db.ts'
import { type Client, clientOf, type Reply, testServer } from './client.ts'
import { places, spotsIn } from './world.ts'

export type TrainingCast = {
  officer: Client
  township: Client
  worker: Client
  leader: Client
  stranger: Client
  area: { county: string; township: string; community: string }
  /** Two organizations of the community; the leader keeps the first. */
  kept: string
  other: string
}

export async function trainingCast(database: Database): Promise<TrainingCast> {
  const app = await testServer(database)
  const area = await spotsIn(database, places.inside)
  const worker = await clientOf(app, 'communityWorker.inside')
  const [kept, other] = [
    await enter(worker, area.community, '参训甲队'),
    await enter(worker, area.community, '参训乙队'),
  ]
  await database.run(sql`
    update organization set keeper = (select id from person where login_name = 'organizationLeader.inside') where id = ${kept}`)
  return {
    officer: await clientOf(app, 'countyOfficer.inside'),
    township: await clientOf(app, 'townshipOfficer.inside'),
    worker,
    leader: await clientOf(app, 'organizationLeader.inside'),
    stranger: await clientOf(app, 'countyOfficer.outside'),
    ...{ area, kept, other },
  }
}

export async function enter(client: Client, area: string, name: string): Promise<string> {
  const organization = { name, area, category: 'culture', tier: 'guided' } as const
  return said(await client.call(organizationsApi.create, { body: organization })).id
}

export const draftFor = (area: string, given: object = {}) => ({
  ...{
    title: '骨干培训',
    area,
    organizer: '民政局',
    audience: 'keyMembers' as const,
    kind: 'onSite' as const,
  },
  ...{ heldOn: '2023-09-10', startsAt: '09:00', endsAt: '11:30', ...given },
})

/** `given` may be anything that a form could send. */
export const announce = async (client: Client, area: string, given: object = {}): Promise<TrainingView> =>
  said(await client.call(trainingApi.create, { body: draftFor(area, given) }))

export function said<T>({ status, body, raw }: Reply<T>): T {
  if (status !== 200) throw new Error(`${status} ${raw.toString('utf8')}`)
  return body
}
