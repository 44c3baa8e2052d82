// Leaving through the front door: cancellation step by step, removal after a hearing, silence that a person judges.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import { changesApi } from '../changes-api.ts'

const database = useDatabase()
let worker: Client
let leader: Client
let township: Client
let county: Client
let community: string

beforeAll(async () => {
  const app = await testServer(database())
  worker = await clientOf(app, 'communityWorker.inside')
  leader = await clientOf(app, 'organizationLeader.inside')
  township = await clientOf(app, 'townshipOfficer.inside')
  county = await clientOf(app, 'countyOfficer.inside')
  community = (await spotsIn(database(), places.inside)).community
})

let made = 0
async function make(tier: 'filed' | 'guided' | 'registered' = 'filed'): Promise<string> {
  made += 1
  const legalForm = tier === 'registered' ? ('association' as const) : ('none' as const)
  const { body } = await county.call(organizationsApi.create, {
    body: {
      name: `退出${made}号队`,
      area: community,
      category: 'culture',
      tier,
      legalForm,
      foundedOn: '2022-01-01' as Day,
    },
  })
  await database().run(sql`update organization set keeper = (select id from person where login_name = 'organizationLeader.inside')
    where id = ${body.id}`)
  return body.id
}

const vote = { on: '2023-08-01' as Day, entitled: 30, present: 20, inFavour: 15, against: 3, abstaining: 2 }
const request = (id: string, more = {}) =>
  leader.call(changesApi.requestExit, {
    params: { id },
    body: { cause: 'resolved', said: '成员大会决议', vote, ...more },
  })
const decide = (
  client: Client,
  id: string,
  decision: 'accept' | 'refuse' | 'conclude',
  said: string | null = null,
) => client.call(changesApi.decideExit, { params: { id }, body: { decision, said, on: null } })
const tick = (client: Client, id: string, step: string, on = worldToday) =>
  client.call(changesApi.tickExitStep, { params: { id, step }, body: { on, evidence: '签收单' } })
const status = async (id: string) => (await county.call(organizationsApi.one, { params: { id } })).body.status
const queue = async (client: Client, source: string) =>
  (await client.call(queuesApi.list, { params: { source }, query: { limit: 200 } })).body.items.map(
    ({ label }) => label,
  )

describe('a cancellation', () => {
  it('is asked for with a vote, accepted by the township, wound up step by step, and only then concluded', async () => {
    const id = await make()
    const asked = await request(id)
    expect(asked.body).toMatchObject({ status: 'requested', kind: 'cancellation', onBehalf: false })
    const exit = asked.body.id
    expect((await decide(worker, exit, 'accept')).status).toBe(403)
    expect((await tick(leader, exit, 'members')).status).toBe(409)
    const accepted = await decide(township, exit, 'accept')
    expect(accepted.body.steps.map(({ name }) => name)).toEqual([
      'members',
      'debts',
      'assets',
      'handIn',
      'publish',
    ])
    expect(accepted.body.steps[0]?.dueOn).toBe('2023-09-01')
    expect((await decide(township, exit, 'conclude')).body).toMatchObject({ code: 'exit.stepsOpen' })
    for (const { name } of accepted.body.steps) expect((await tick(leader, exit, name)).status).toBe(200)
    expect((await tick(worker, exit, 'debts')).body).toMatchObject({ code: 'exit.stepDone' })
    expect(await status(id)).toBe('active')
    const replies = await Promise.all([decide(township, exit, 'conclude'), decide(county, exit, 'conclude')])
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
    expect(await status(id)).toBe('ended')
    const timeline = await county.call(organizationsApi.timeline, { params: { id } })
    const told = timeline.body.items.map(({ what }) => what)
    expect(told).toEqual(expect.arrayContaining(['注销', '准予注销', '完成一步清算', '受理注销', '申请注销']))
    expect(told.filter((what) => /[a-z]/.test(what))).toEqual([])
  })

  it('takes papers beside the words while it is wound up, and shows them to whoever sees it', async () => {
    const id = await make()
    const exit = (await request(id)).body.id
    const paper = (name: string) => ({ name, bytes: new TextEncoder().encode('%PDF-1.4\n%单\n%%EOF\n') })
    const hand = (client: Client, step: string, name = '签收单.pdf') =>
      client.upload(changesApi.addEvidence, { params: { id: exit, step } }, paper(name))
    const by = (file: string) => ({ params: { id: exit, file } })
    expect((await hand(leader, 'debts')).body).toMatchObject({ code: 'exit.notLiquidating' })
    const accepted = await decide(township, exit, 'accept')
    expect((await hand(leader, 'nothing')).status).toBe(404)
    const first = (await hand(leader, 'debts')).body.steps.find(({ name }) => name === 'debts')?.files ?? []
    expect(first).toMatchObject([{ fileName: '签收单.pdf', kind: 'pdf' }])
    await tick(leader, exit, 'debts')
    const both = (await hand(worker, 'debts', '账页.pdf')).body.steps.find(({ name }) => name === 'debts')
    expect(both?.files.map(({ fileName }) => fileName)).toEqual(['签收单.pdf', '账页.pdf'])
    const [kept, dropped] = both?.files.map((file) => file.id) ?? []
    expect((await leader.call(changesApi.dropEvidence, by(dropped ?? ''))).status).toBe(200)
    expect((await county.call(changesApi.evidence, by(dropped ?? ''))).status).toBe(404)
    for (const client of [leader, worker, township, county])
      expect((await client.call(changesApi.evidence, by(kept ?? ''))).status).toBe(200)
    for (const { name } of accepted.body.steps) await tick(leader, exit, name)
    expect((await decide(township, exit, 'conclude')).body.status).toBe('ended')
    expect((await leader.call(changesApi.dropEvidence, by(kept ?? ''))).body).toMatchObject({
      code: 'exit.notLiquidating',
    })
    expect((await county.call(changesApi.evidence, by(kept ?? ''))).status).toBe(200)
    const timeline = await county.call(organizationsApi.timeline, { params: { id } })
    expect(timeline.body.items.map(({ what }) => what).filter((what) => /[a-z]/.test(what))).toEqual([])
  })

  it('is refused with a vote that does not carry it, field by field', async () => {
    const id = await make()
    const fault = async (more: object) => {
      const reply = await request(id, { vote: { ...vote, ...more } })
      return [reply.status, (reply.body as unknown as { faults: { at: string }[] }).faults[0]?.at]
    }
    expect(await fault({ present: 31, inFavour: 26 })).toEqual([422, 'vote.present'])
    expect(await fault({ inFavour: 18 })).toEqual([422, 'vote.inFavour'])
    expect(await fault({ present: 19, inFavour: 14 })).toEqual([422, 'vote.present'])
    expect(await fault({ inFavour: 10, against: 8 })).toEqual([422, 'vote.inFavour'])
    expect(await fault({ on: '2023-08-26' })).toEqual([422, 'vote.on'])
  })

  it('is asked for once, can be taken back, and stands in the way of changes', async () => {
    const id = await make('guided')
    const { body } = await request(id, { cause: 'impossible', vote: null })
    expect((await request(id)).status).toBe(409)
    const change = { kind: 'details' as const, asked: { name: '不该改的队' }, from: worldToday, reason: '试' }
    const refused = await leader.call(changesApi.request, { params: { id }, body: { change } })
    expect(refused.body).toMatchObject({ code: 'change.notLiving' })
    expect((await decide(worker, body.id, 'refuse')).body).toMatchObject({ code: 'exit.sayWhy' })
    expect((await decide(worker, body.id, 'accept')).status).toBe(200)
    const back = await leader.call(changesApi.withdrawExit, {
      params: { id: body.id },
      body: { reason: '又有人愿意牵头' },
    })
    expect(back.body.status).toBe('withdrawn')
    expect((await request(id)).status).toBe(200)
  })
})

describe('a removal', () => {
  const open = (client: Client, id: string, noticedOn = worldToday) =>
    client.call(changesApi.openRemoval, {
      params: { id },
      body: { cause: 'lost', said: '三次上门无人', noticedOn },
    })
  const removal = (client: Client, id: string, decision: 'remove' | 'drop' = 'remove') =>
    client.call(changesApi.decideRemoval, { params: { id }, body: { decision, said: '决定', on: null } })

  it('waits for an answer or for the end of the time to answer', async () => {
    const id = await make()
    expect((await open(worker, id)).status).toBe(403)
    const { body } = await open(township, id)
    expect(body).toMatchObject({ status: 'noticed', answerDue: '2023-09-08' })
    expect((await removal(township, body.id)).body).toMatchObject({ code: 'exit.hearingOpen' })
    expect(await queue(leader, 'changes.answer')).toHaveLength(1)
    const said = (words: string) =>
      leader.call(changesApi.answerExit, { params: { id: body.id }, body: { said: words } })
    expect((await said('刚换了场地')).status).toBe(200)
    expect((await said('再说一遍')).status).toBe(409)
    expect(await queue(township, 'changes.hearing')).toHaveLength(1)
    expect((await removal(township, body.id)).body.status).toBe('ended')
    expect(await status(id)).toBe('ended')
  })

  it('after the time is over needs no answer, and may be dropped instead', async () => {
    const id = await make('guided')
    const { body } = await open(township, id, '2023-08-01' as Day)
    expect((await removal(township, body.id, 'drop')).body.status).toBe('dropped')
    expect(await status(id)).toBe('active')
    expect((await removal(township, body.id)).status).toBe(409)
  })

  it('is not for registered ones: the law has its own way', async () => {
    expect((await open(township, await make('registered'))).body).toMatchObject({ code: 'exit.registered' })
  })
})

describe('reminder, talk and rectification', () => {
  const admonish = (id: string, kind: 'reminder' | 'rectification', dueOn: Day | null) =>
    worker.call(changesApi.admonish, {
      params: { id },
      body: { kind, on: worldToday, said: '场地脏乱', dueOn },
    })

  it('are dated records; a rectification waits until somebody says what came of it', async () => {
    const id = await make()
    expect((await admonish(id, 'reminder', null)).status).toBe(200)
    expect((await admonish(id, 'rectification', null)).body).toMatchObject({ code: 'admonition.due' })
    const { body } = await admonish(id, 'rectification', addDays(worldToday, 10))
    expect(await queue(worker, 'changes.rectification')).toHaveLength(1)
    const settle = () =>
      worker.call(changesApi.settleAdmonition, {
        params: { id: body.id },
        body: { on: worldToday, said: '已整改' },
      })
    expect((await settle()).body.settledOn).toBe(worldToday)
    expect((await settle()).status).toBe(409)
    expect(await queue(worker, 'changes.rectification')).toEqual([])
  })
})

describe('an organization from which nothing was heard', () => {
  const judge = (id: string, result: 'dormant' | 'active') =>
    worker.call(changesApi.judgeDormancy, { params: { id }, body: { result, reason: '走访过' } })
  async function silent(days: number): Promise<{ id: string; name: string }> {
    const id = await make('guided')
    await database().run(
      sql`update organization set updated_at = ${addDays(worldToday, -days)}::date where id = ${id}`,
    )
    return { id, name: (await county.call(organizationsApi.one, { params: { id } })).body.name }
  }

  it('is shown to the community after the months of the rule, with the signs that were looked at', async () => {
    const [still, quiet] = [await silent(364), await silent(366)]
    const shown = await queue(worker, 'changes.dormant')
    expect(shown).toContain(quiet.name)
    expect(shown).not.toContain(still.name)
    const standing = await worker.call(changesApi.standing, { params: { id: quiet.id } })
    expect(standing.body.silentSince).toBe('2022-08-24')
    expect(standing.body.signs).toContainEqual({ sign: 'party', lastOn: null })
  })

  it('rests when a person says so, or is left in quiet for some months', async () => {
    const [one, other] = [await silent(500), await silent(500)]
    expect((await judge(one.id, 'dormant')).body).toMatchObject({ result: 'dormant', quietUntil: null })
    expect(await status(one.id)).toBe('dormant')
    expect((await judge(one.id, 'active')).status).toBe(409)
    expect((await judge(other.id, 'active')).body.quietUntil).toBe('2024-02-25')
    expect(await queue(worker, 'changes.dormant')).not.toContain(other.name)
  })
})
