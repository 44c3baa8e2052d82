// Claims that go back and forth: by the person's own account or in the person's stead, and no step outside the table.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, type Reply, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { checkOf } from '../identity-number.ts'
import type { RewardStatus } from '../reward.ts'
import { workersApi as api } from '../workers-api.ts'
import { workersWork } from './index.ts'

const database = useDatabase()
let community: Client
let county: Client
let resident: Client
let area: string
let worker: string

beforeAll(async () => {
  const app = await testServer(database())
  area = (await spotsIn(database(), places.inside)).community
  community = await clientOf(app, 'communityWorker.inside')
  county = await clientOf(app, 'countyOfficer.inside')
  resident = await clientOf(app, 'resident.inside')
  worker = await newWorker('王某')
})

const ok = <T>({ status, body }: Reply<T>): T => {
  expect([status, body]).toEqual([200, body])
  return body
}

async function newWorker(name: string): Promise<string> {
  const post = { site: 'community' as const, area, employment: 'full' as const, from: '2022-01-01' }
  return ok(await community.call(api.create, { body: { name, post } })).id
}

let people = 0
const identity = (): string => {
  const stem = `32058519920202${String(++people).padStart(3, '0')}`
  return stem + checkOf(stem)
}
let certificates = 0
const number = () => `OWN${1000 + ++certificates}`
const pdf = { name: '证书.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') }
const scanned = async (client: Client): Promise<string> =>
  ok(
    client === resident
      ? await client.upload(api.handInOwnProof, {}, pdf)
      : await client.upload(api.handInProof, { query: { area } }, pdf),
  ).id
const draft = (proof: string) => ({
  ...{ identity: identity(), grade: 'assistant' as const, number: number(), obtainedOn: '2023-03-01', proof },
})
const at = (id: string) => ({ params: { id } })
const tie = (id: string, loginName: string | null, by: Client = community) =>
  by.call(api.setAccount, { ...at(id), body: { loginName } })
const giveBack = (id: string) =>
  county.call(api.decide, { ...at(id), body: { decision: 'return', reason: '照片看不清' } })
const onRecord = async (id: string) => ok(await county.call(api.reward, at(id)))

async function ownClaim(): Promise<string> {
  const [claim] = ok(await resident.call(api.claim, { body: draft(await scanned(resident)) })).rewards
  return claim?.id ?? ''
}

describe('A social worker with an account', () => {
  it('is tied to it by a community worker who names it, never because names are alike', async () => {
    expect(ok(await resident.call(api.mine, {}))).toEqual({ worker: null, terms: null, rewards: [] })
    await newWorker('居民（志愿者）（测试）')
    expect(ok(await resident.call(api.mine, {})).worker).toBeNull()
    expect((await tie(worker, 'nobody.at.all')).body).toMatchObject({ code: 'worker.noAccount' })
    expect((await tie(worker, 'resident.outside')).body).toMatchObject({ code: 'worker.noAccount' })
    expect((await tie(worker, 'auditor.inside')).body).toMatchObject({ code: 'worker.noAccount' })
    expect(ok(await tie(worker, 'resident.inside')).account).toBe('居民（志愿者）（测试）')
    expect(ok(await resident.call(api.mine, {}))).toMatchObject({
      worker: { id: worker, name: '王某', posts: [{ area }], certificates: [], may: [] },
      terms: { amounts: { assistant: 100_000 } },
    })
    const other = await newWorker('李某')
    expect((await tie(other, 'resident.inside')).body).toMatchObject({ code: 'worker.accountTaken' })
  })

  it('claims for oneself, once, also when the button is pressed twice, and sees it go its way', async () => {
    const body = draft(await scanned(resident))
    const replies = await Promise.all([
      resident.call(api.claim, { body }),
      resident.call(api.claim, { body }),
    ])
    for (const reply of replies) expect(ok(reply).rewards).toHaveLength(1)
    const [claim] = ok(await resident.call(api.mine, {})).rewards
    expect(claim).toMatchObject({
      ...{ name: '王某', worker, onBehalf: false, area, status: 'submitted', amount: 100_000, match: 'none' },
      thread: [{ step: 'apply', on: worldToday, proof: { fileName: '证书.pdf' } }],
    })
    const again = await resident.call(api.claim, { body: { ...body, proof: await scanned(resident) } })
    expect(again.body).toMatchObject({ code: 'reward.claimedBefore' })
    const id = claim?.id ?? ''
    ok(await county.call(api.decide, { ...at(id), body: { decision: 'approve' } }))
    ok(await county.call(api.pay, { body: { ids: [id], on: worldToday } }))
    const { rewards } = ok(await resident.call(api.mine, {}))
    expect(rewards[0]?.thread.map(({ step }) => step)).toEqual(['apply', 'approve', 'pay'])
    expect(ok(await county.call(api.rewards, { query: { worker } })).items.map((one) => one.id)).toEqual([id])
  })

  it('sees and touches nothing of anybody else’s, and nothing any more when the tie is undone', async () => {
    const proof = await scanned(community)
    const other = ok(
      await community.call(api.apply, { body: { ...draft(proof), name: '赵某', area, grade: 'senior' } }),
    )
    expect(other).toMatchObject({ onBehalf: true, worker: null })
    const claimed = { grade: 'senior' as const, number: number(), obtainedOn: '2023-03-01' }
    const tries = [
      await resident.call(api.resendOwn, { ...at(other.id), body: claimed }),
      await resident.call(api.withdrawOwn, { ...at(other.id), body: { reason: '试' } }),
      await resident.call(api.ownProof, at(other.id)),
    ]
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404])
    ok(await tie(worker, null))
    expect(ok(await resident.call(api.mine, {})).rewards).toEqual([])
    expect((await resident.call(api.claim, { body: draft(proof) })).status).toBe(404)
    ok(await tie(worker, 'resident.inside'))
  })
})

describe('A claim that is returned', () => {
  it('is mended by the person; words, scans and what was written before stay', async () => {
    const body = { ...draft(await scanned(resident)), grade: 'qualified' as const }
    const claim = ok(await resident.call(api.claim, { body })).rewards[0]
    const id = claim?.id ?? ''
    const returned = ok(await giveBack(id))
    expect(returned).toMatchObject({ status: 'returned', reason: null, dueOn: '2023-09-08' })
    expect(await waitsFor('workers.mendOwn', id)).toBe(true)
    expect(await waitsFor('workers.decideReward', id)).toBe(false)
    const better = { ...body, identity: null, number: `${body.number}X`, words: '换了一张' }
    const proof = await scanned(resident)
    ok(await resident.call(api.resendOwn, { ...at(id), body: { ...better, proof } }))
    expect(await waitsFor('workers.decideReward', id)).toBe(true)
    const now = await onRecord(id)
    expect(now).toMatchObject({
      ...{ status: 'submitted', identity: claim?.identity, number: `${body.number}X`, appliedOn: worldToday },
      thread: [
        { step: 'apply', proof: { id: body.proof } },
        { step: 'return', words: '照片看不清' },
        {
          ...{ step: 'resend', words: '换了一张', proof: { id: proof } },
          changes: [{ field: 'number', from: body.number, to: `${body.number}X` }],
        },
      ],
    })
    const [first] = now.thread
    const seen = [
      await county.call(api.proof, { ...at(id), query: { step: first?.id ?? '' } }),
      await resident.call(api.ownProof, { ...at(id), query: { step: first?.id ?? '' } }),
      await resident.call(api.ownProof, at(id)),
    ]
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  it('keeps its place: nobody claims the grade or with the certificate meanwhile, and no mending takes another’s', async () => {
    const one = { ...draft(await scanned(community)), name: '孙某', area }
    const two = { ...draft(await scanned(community)), name: '周某', area }
    const [first, second] = [
      ok(await community.call(api.apply, { body: one })),
      ok(await community.call(api.apply, { body: two })),
    ]
    ok(await giveBack(first.id))
    ok(await giveBack(second.id))
    const proof = await scanned(community)
    const again = { ...draft(proof), identity: one.identity, name: '孙某', area }
    expect((await community.call(api.apply, { body: again })).body).toMatchObject({
      code: 'reward.claimedBefore',
    })
    const mend = (given: object) =>
      community.call(api.resend, {
        ...at(second.id),
        body: { name: '周某', grade: 'assistant', number: two.number, obtainedOn: two.obtainedOn, ...given },
      })
    expect((await mend({ identity: one.identity })).body).toMatchObject({ code: 'reward.claimedBefore' })
    expect((await mend({ number: one.number })).body).toMatchObject({ code: 'reward.certificateClaimed' })
    expect((await mend({ proof: one.proof })).body).toMatchObject({ code: 'reward.noProof' })
    expect((await mend({ obtainedOn: '2021-12-31' })).body).toMatchObject({ code: 'reward.notEligible' })
    expect(await onRecord(second.id)).toMatchObject({ status: 'returned', number: two.number })
    expect(ok(await mend({ grade: 'qualified' }))).toMatchObject({ status: 'submitted', amount: 200_000 })
  })
})

async function waitsFor(source: string, id: string): Promise<boolean> {
  const { from, where, id: named } = workersWork[source] as (typeof workersWork)[string]
  const found = await database().maybe(
    sql`select 1 from ${from} where (${where as ReturnType<typeof sql>}) and ${named} = ${id}`,
  )
  return found !== null
}

/** The table a second time, as the regulation would be read aloud. */
const allowed: Record<RewardStatus, Partial<Record<Step, RewardStatus>>> = {
  submitted: { return: 'returned', approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
  returned: { resend: 'submitted', refuse: 'refused', withdraw: 'withdrawn' },
  approved: { refuse: 'refused', pay: 'paid' },
  paid: {},
  refused: {},
  withdrawn: {},
}
const steps = ['return', 'resend', 'approve', 'refuse', 'withdraw', 'pay'] as const
type Step = (typeof steps)[number]

const act = async (step: Step, id: string): Promise<Reply<unknown>> => {
  if (step === 'approve') return county.call(api.decide, { ...at(id), body: { decision: step } })
  if (step === 'refuse' || step === 'return')
    return county.call(api.decide, { ...at(id), body: { decision: step, reason: '说明' } })
  if (step === 'pay') return county.call(api.pay, { body: { ids: [id], on: worldToday } })
  if (step === 'withdraw') return resident.call(api.withdrawOwn, { ...at(id), body: { reason: '先不申请' } })
  const { number, obtainedOn } = await onRecord(id)
  return resident.call(api.resendOwn, { ...at(id), body: { grade: 'assistant', number, obtainedOn } })
}

describe('Whatever is pressed, in whatever order, once or twice at the same time,', () => {
  it('a claim takes only the steps of the table, each once, and its thread tells all of them', async () => {
    const walk = fc.array(fc.record({ step: fc.constantFrom(...steps), twice: fc.boolean() }), {
      ...{ minLength: 4, maxLength: 9 },
    })
    await fc.assert(
      fc.asyncProperty(walk, async (presses) => {
        const id = await ownClaim()
        let status: RewardStatus = 'submitted'
        const told: string[] = ['apply']
        for (const { step, twice } of presses) {
          const replies = await Promise.all([act(step, id), ...(twice ? [act(step, id)] : [])])
          const next: RewardStatus | undefined = allowed[status][step]
          const statuses = replies.map((reply) => reply.status).sort()
          expect(statuses).toEqual([next ? 200 : 409, ...(twice ? [409] : [])])
          if (next) {
            status = next
            told.push(step)
          }
        }
        const now = await onRecord(id)
        expect([now.status, now.thread.map(({ step }) => step)]).toEqual([status, told])
      }),
      { numRuns: 12 },
    )
  })
})
