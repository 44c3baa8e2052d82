// Rewards through the front door: claimed once wherever somebody applies, decided, paid, never taken back.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { password, places, spotsIn, worldContext, worldToday } from '../../../../test/world.ts'
import type { Answer, Given } from '../../../kernel/endpoint.ts'
import { sql } from '../../../platform/db.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import { addPerson, addPosting } from '../../people/server/index.ts'
import { checkOf } from '../identity-number.ts'
import { rewardsApi } from '../rewards-api.ts'
import { workerSources, workersWork } from './index.ts'

const database = useDatabase()
let here: Client
let there: Client
let county: Client
let areas: { here: string; there: string }

beforeAll(async () => {
  const app = await testServer(database())
  const spots = await spotsIn(database(), places.inside)
  const other = await database().one<{ township: string; community: string }>(sql`
    select township::text as township, code::text as community from area
    where county = ${places.inside} and level = 'community' and township <> ${spots.township} and not virtual
    order by code limit 1`)
  areas = { here: spots.community, there: other.community }
  await database().transaction(async (db) => {
    const person = await addPerson(worldContext(db), {
      loginName: 'other.township',
      displayName: '另一街镇',
      password,
    })
    await addPosting(worldContext(db), person, 'townshipOfficer', other.township)
  })
  here = await clientOf(app, 'townshipOfficer.inside')
  there = await clientOf(app, 'other.township')
  county = await clientOf(app, 'countyOfficer.inside')
})

let people = 0
const identity = (): string => {
  const stem = `32058519900101${String(++people).padStart(3, '0')}`
  return stem + checkOf(stem)
}
let certificates = 0
const pdf = { name: '证书.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') }

type Draft = NonNullable<Given<typeof rewardsApi.apply>['body']>

async function apply(client: Client, area: string, given: Partial<Draft> = {}) {
  const proof = await client.upload(rewardsApi.handInProof, { query: { area } }, pdf)
  expect(proof.status).toBe(200)
  const body: Draft = {
    ...{ name: '王某', identity: identity(), grade: 'assistant', number: `SG${1000 + ++certificates}` },
    ...{ obtainedOn: '2023-03-01', area, proof: proof.body.id, ...given },
  }
  return client.call(rewardsApi.apply, { body })
}
const applied = async (given: Partial<Draft> = {}): Promise<Answer<typeof rewardsApi.apply>> => {
  const { status, body } = await apply(here, areas.here, given)
  expect(status).toBe(200)
  return body
}
const approve = (id: string) =>
  county.call(rewardsApi.decide, { params: { id }, body: { decision: 'approve' } })
const refuse = (id: string, reason = '证书不是当年取得') =>
  county.call(rewardsApi.decide, { params: { id }, body: { decision: 'refuse', reason } })
const pay = (ids: string[], on: string = worldToday) => county.call(rewardsApi.pay, { body: { ids, on } })

describe('a reward is claimed once', () => {
  it('also when two townships apply for one person at the same second', async () => {
    const one = identity()
    const replies = await Promise.all([
      apply(here, areas.here, { identity: one }),
      apply(there, areas.there, { identity: one.toLowerCase() }),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = replies.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({ code: 'reward.claimedBefore', faults: [{ at: 'identity' }] })
    const { kept } = await database().one<{ kept: number }>(
      sql`select count(*)::int as kept from exam_reward where identity_masked = ${`${one.slice(0, 6)}********${one.slice(-4)}`}`,
    )
    expect(kept).toBe(1)
  })

  it('and again later in the other township; another grade of the same person is another reward', async () => {
    const one = identity()
    const made = await applied({ identity: one })
    expect((await approve(made.id)).status).toBe(200)
    const again = await apply(there, areas.there, { identity: one })
    expect(again.body).toMatchObject({
      code: 'reward.claimedBefore',
      message: expect.stringContaining(worldToday),
    })
    expect((await apply(there, areas.there, { identity: one, grade: 'qualified' })).status).toBe(200)
  })

  it('with a certificate of one’s own; after a refusal one may apply again', async () => {
    const made = await applied({ number: 'SG-ONLY-1' })
    expect((await apply(there, areas.there, { number: 'sg-only-1' })).body).toMatchObject({
      code: 'reward.certificateClaimed',
    })
    expect((await refuse(made.id)).body).toMatchObject({ status: 'refused', reason: '证书不是当年取得' })
    expect((await apply(there, areas.there, { number: 'SG-ONLY-1' })).status).toBe(200)
  })

  it('with a right identity number, in time, and a proof that oneself handed in', async () => {
    const wrong = await apply(here, areas.here, { identity: '320585199001010011', obtainedOn: '2021-12-31' })
    expect([wrong.status, wrong.body]).toMatchObject([
      422,
      { faults: [{ at: 'identity' }, { at: 'obtainedOn' }] },
    ])
    const proof = await there.upload(rewardsApi.handInProof, { query: { area: areas.there } }, pdf)
    expect((await apply(here, areas.here, { proof: proof.body.id })).body).toMatchObject({
      code: 'reward.noProof',
    })
    const used = await applied()
    expect((await apply(here, areas.here, { proof: used.proof?.id ?? '' })).body).toMatchObject({
      code: 'reward.noProof',
    })
  })
})

describe('the identity number', () => {
  it('is kept nowhere: neither in tables, nor in events, nor in answers', async () => {
    const one = identity()
    const made = await applied({ identity: one })
    expect(JSON.stringify(made)).not.toContain(one.slice(6, 14))
    expect(made.identity).toBe(`${one.slice(0, 6)}********${one.slice(-4)}`)
    const rows = await database().rows(sql`
      select to_jsonb(r)::text as said from exam_reward r union all select to_jsonb(e)::text from event e`)
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(one)
  })
})

describe('a decision', () => {
  it('is made once: of two at the same time one finds it made', async () => {
    const { id } = await applied()
    const statuses = (await Promise.all([approve(id), approve(id)])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 409])
    const { body } = await county.call(rewardsApi.reward, { params: { id } })
    expect(body).toMatchObject({
      status: 'approved',
      amount: 100_000,
      decidedOn: worldToday,
      payBy: '2023-09-22',
    })
  })

  it('waits among the county’s work, with the day of the rule; the applicant may withdraw before', async () => {
    const made = await applied()
    expect(made.dueOn).toBe('2023-09-08')
    const { from, where } = workersWork['workers.decideReward'] as (typeof workersWork)[string]
    const waits = () =>
      database().rows(
        sql`select w.id from ${from} where ${where as ReturnType<typeof sql>} and w.id = ${made.id}`,
      )
    expect(await waits()).toHaveLength(1)
    const gone = await here.call(rewardsApi.withdraw, { params: { id: made.id }, body: { reason: '填错人' } })
    expect(gone.body.status).toBe('withdrawn')
    expect(await waits()).toHaveLength(0)
    expect((await approve(made.id)).status).toBe(409)
  })
})

describe('a payment', () => {
  it('comes with a list for the finance office whose total is the sum of its rows', async () => {
    const reply = await county.call(rewardsApi.paymentList, { query: { area: places.inside } })
    const { sheets } = await readWorkbook(reply.raw, 'list.xlsx')
    const rows = sheets[0]?.rows.slice(1) ?? []
    const amounts = rows.slice(0, -1).map((row) => Number(row[8]))
    expect(rows.slice(0, -1).map((row) => row[0])).toEqual(amounts.map((_, at) => at + 1))
    expect(rows.at(-1)?.[8]).toBe(amounts.reduce((sum, one) => sum + one, 0))
    expect(sheets[1]?.rows.at(-1)).toEqual(['合计', amounts.length, rows.at(-1)?.[8]])
    expect(amounts.length).toBeGreaterThan(1)
  })

  it('is noted for all of a list or for none, not before the decision and not in the future', async () => {
    const [one, two] = [await applied(), await applied()]
    await approve(one.id)
    expect((await pay([one.id, two.id])).body).toMatchObject({ code: 'reward.moved' })
    expect((await pay([one.id], '2023-08-24')).body).toMatchObject({ code: 'reward.payday' })
    expect((await pay([one.id], '2023-08-26')).body).toMatchObject({ code: 'reward.payday' })
    await approve(two.id)
    expect((await pay([one.id, two.id])).body).toEqual({ paid: 2, amount: 200_000 })
    expect((await pay([one.id])).status).toBe(409)
  })

  it('cannot be taken back, only corrected on record; the measure counts both on their days', async () => {
    const { id } = await applied({ grade: 'qualified' })
    await approve(id)
    const before = await paidYuan()
    expect((await pay([id])).status).toBe(200)
    expect((await paidYuan()) - before).toBe(2000)
    expect((await refuse(id)).body).toMatchObject({ code: 'reward.paid' })
    const correct = (difference: number) =>
      county.call(rewardsApi.correct, {
        params: { id },
        body: { difference, on: worldToday, reason: '多付，已退回' },
      })
    expect((await correct(-200_001)).body).toMatchObject({ code: 'reward.tooMuchBack' })
    const { body } = await correct(-50_000)
    expect(body).toMatchObject({ status: 'paid', amount: 200_000, corrections: [{ difference: -50_000 }] })
    expect((await paidYuan()) - before).toBe(1500)
    await expect(
      database().run(sql`update exam_reward set status = 'refused', reason = 'x' where id = ${id}`),
    ).rejects.toThrow(/paid_on_a_day/)
  })
})

async function paidYuan(): Promise<number> {
  const { from, where, quantity } = workerSources.examRewards as (typeof workerSources)[string]
  const { yuan } = await database().one<{ yuan: string | null }>(
    sql`select sum(${quantity}) as yuan from ${from} where (${where}) and m.starts_on = ${worldToday}`,
  )
  return Number(yuan)
}

describe('the proof', () => {
  it('is looked at on record by those who apply and decide, by nobody else', async () => {
    const { id } = await applied()
    const seen = await county.call(rewardsApi.proof, { params: { id } })
    expect([seen.status, seen.headers['content-type']]).toMatchObject([200, /pdf/])
    const { looks } = await database().one<{ looks: number }>(
      sql`select count(*)::int as looks from event where action = 'reward.seeProof' and subject = ${id}`,
    )
    expect(looks).toBe(1)
    const auditor = await clientOf(county.app, 'auditor.inside')
    expect((await auditor.call(rewardsApi.reward, { params: { id } })).status).toBe(200)
    expect((await auditor.call(rewardsApi.proof, { params: { id } })).status).toBe(403)
  })
})
