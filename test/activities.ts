// Activities for tests: planned through the front door, published, and signed up for.
import { activitiesApi } from '../src/modules/activities/activities-api.ts'
import type { ActivityDraft } from '../src/modules/activities/activity.ts'
import type { Client } from './client.ts'

type Given = Partial<Record<keyof ActivityDraft, unknown>> & { area: string }

/** A plan for the month after the world's day. */
export const activityPlan = (given: Given) => ({
  ...{ title: '读书会', place: '活动室', from: '2023-09-10T14:00', to: '2023-09-10T16:00', expected: 20 },
  ...given,
})

export async function planned(client: Client, given: Given) {
  const { status, body } = await client.call(activitiesApi.create, { body: activityPlan(given) as never })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

export async function published(client: Client, given: Given) {
  const { id } = await planned(client, given)
  const { status, body } = await client.call(activitiesApi.publish, { params: { id } })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

/** A number of its own for everybody. */
export const phoneOf = (person: number): string => `1390000${String(person).padStart(4, '0')}`

export const signUp = (client: Client, code: string, person: number) =>
  client.call(activitiesApi.signUp, {
    params: { code },
    body: { name: `居民${person}`, phone: phoneOf(person) },
  })
