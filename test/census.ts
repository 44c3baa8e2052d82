// A census in the tests' small world: an officer who runs it, a worker who walks through a community of known groups.
import type { FastifyInstance } from 'fastify'

import type { Saying, WalkItem } from '../src/modules/census/census.ts'
import { censusApi } from '../src/modules/census/census-api.ts'
import type { Organization } from '../src/modules/organizations/organization.ts'
import { organizationsApi } from '../src/modules/organizations/organizations-api.ts'
import type { Database } from '../src/platform/db.ts'
import { type Client, clientOf, type Reply, testServer } from './client.ts'
import { places, spotsIn } from './world.ts'

export type CensusCast = {
  app: FastifyInstance
  officer: Client
  worker: Client
  community: string
  township: string
}

/** The worker's community has three groups beside those of the world. */
export async function castOf(database: Database): Promise<CensusCast> {
  const app = await testServer(database)
  const officer = await clientOf(app, 'countyOfficer.inside')
  const worker = await clientOf(app, 'communityWorker.inside')
  const { community, township } = await spotsIn(database, places.inside)
  for (const name of ['白露合唱队', '寒露书画社', '霜降棋社'])
    said(await worker.call(organizationsApi.create, { body: newGroup(name, community) }))
  return { app, officer, worker, community, township }
}

export const newGroup = (name: string, area: string) => ({
  ...{ name, area },
  ...{ category: 'science' as const, tier: 'guided' as const },
})

export const draftFor = (area: string) => ({
  ...{ title: '2023 年摸底排查', area, orderedBy: '太仓市民政局', repeats: 'yearly' as const },
  ...{ dueOn: '2023-09-15', note: null },
})

/** Answers about one item as it is shown. */
export const sayOf = (
  by: Client,
  census: string,
  item: WalkItem,
  saying: Saying,
  key = crypto.randomUUID(),
) =>
  by.call(censusApi.answer, {
    params: { id: census },
    body: {
      key,
      organization: item.organization.id,
      version: item.organization.version,
      seen: item.answer?.key ?? null,
      saying,
    },
  })

/** The body of an answer that succeeded. */
export function said<T>({ status, body, raw }: Reply<T>): T {
  if (status !== 200) throw new Error(`${status} ${raw.toString('utf8')}`)
  return body
}

/** What a form sends: the editable part of what is known. */
export function draftOf(organization: Organization) {
  const {
    id,
    status,
    areaName,
    areaLevel,
    townshipName,
    countyName,
    demo,
    version,
    updatedAt,
    may,
    ...rest
  } = organization
  return rest
}
