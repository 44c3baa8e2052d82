// Certificates through the front door: from issue to print, verification, renewal, reissue and cancellation.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, type Reply, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { picturesOf, qrIn, textsOf } from '../../../../test/pdf.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import { certificatesApi as api } from '../certificates-api.ts'

const database = useDatabase()
let township: Client
let leader: Client
let worker: Client
let anybody: Client
let community: string

beforeAll(async () => {
  const app = await testServer(database())
  township = await clientOf(app, 'townshipOfficer.inside')
  leader = await clientOf(app, 'organizationLeader.inside')
  worker = await clientOf(app, 'communityWorker.inside')
  anybody = await clientOf(app)
  community = (await spotsIn(database(), places.inside)).community
})

async function filed(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const body = {
    ...{ name, area: community, category: 'culture' as const, tier: 'filed' as const, members: 12 },
    ...{
      leader: '李秀英',
      scope: '开展群众性文艺排练和演出',
      foundedOn: '2020-01-01',
      filedOn: '2020-01-01',
    },
    ...more,
  }
  return ok(await township.call(organizationsApi.create, { body })).id
}

const keep = (organization: string) =>
  database().run(sql`update organization o set keeper = p.id from person p
    where o.id = ${organization} and p.login_name = 'organizationLeader.inside'`)

const issue = async (organization: string, on: string = worldToday) =>
  ok(await township.call(api.issue, { params: { id: organization }, body: { on } }))

const work = (step: string) => ({ params: { source: `certificates.${step}` }, query: {} })

const byId = (id: string) => ({ params: { id } })

function ok<T>(reply: Reply<T>): T {
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.raw.toString('utf8')}`)
  return reply.body
}

const problemOf = (reply: { status: number; body: unknown }) =>
  `${reply.status} ${(reply.body as { message: string }).message}`

/** What the QR code of its first page leads to. */
async function scanned(pdf: Uint8Array): Promise<string> {
  const [page] = await picturesOf(pdf, 2.5)
  return (page && qrIn(page)) ?? ''
}

describe('A certificate', () => {
  it('is issued with a number, printed, verified from its QR picture, and known as cancelled when it is', async () => {
    const organization = await filed('牌楼社区晨曦合唱队')
    const made = await issue(organization)
    expect(made).toMatchObject({
      name: '牌楼社区晨曦合唱队',
      issuedOn: worldToday,
      validUntil: '2026-08-24',
      renewFrom: '2026-07-25',
      state: 'valid',
    })
    expect(made.number).toMatch(new RegExp(`^${community.slice(0, 9)}-05-2023-\\d{4}$`))
    expect(made.body).toMatch(/^太仓市.+(人民政府|办事处|管理委员会)$/)
    expect(made.place).toMatch(/^太仓市.+(社区|村)$/)

    const printed = await township.call(api.print, byId(made.id))
    expect(printed.headers['content-type']).toBe('application/pdf')
    const [text = ''] = await textsOf(printed.raw)
    for (const word of [made.name, made.number, made.body, made.place, '李秀英', '备案不赋予法人资格'])
      expect(text).toContain(word)
    const address = await scanned(printed.raw)
    const code = /^http:\/\/localhost(?::\d+)?\/verify\/([\w-]{22})$/.exec(address)?.[1] ?? ''
    expect(code).not.toBe('')

    const shown = ok(await anybody.call(api.verify, { params: { code } }))
    expect(shown).toEqual({
      ...{ number: made.number, name: made.name, place: made.place, body: made.body, demo: false },
      ...{ issuedOn: worldToday, validUntil: '2026-08-24', state: 'valid', endedOn: null, newer: null },
    })
    const cancelled = await township.call(api.cancel, {
      ...byId(made.id),
      body: { on: worldToday, reason: '成员自愿解散' },
    })
    expect(ok(cancelled)).toMatchObject({ state: 'cancelled', endedOn: worldToday, reason: '成员自愿解散' })
    expect(ok(await anybody.call(api.verify, { params: { code } })).state).toBe('cancelled')
    expect(problemOf(await township.call(api.print, byId(made.id)))).toContain('409')
    const timeline = ok(await township.call(organizationsApi.timeline, byId(organization)))
    expect(timeline.items.map(({ what }) => what)).toEqual(['注销备案证书', '核发备案证书', '新建'])
  })

  it('is issued once: of two at the same time one succeeds, and the other is told', async () => {
    const organization = await filed('牌楼社区双响腰鼓队')
    const both = await Promise.all(
      [1, 2].map(() => township.call(api.issue, { params: { id: organization }, body: { on: worldToday } })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.map(problemOf).join()).toContain('已有证书')
    const { items, whyNotIssue } = ok(await township.call(api.ofOrganization, byId(organization)))
    expect(items).toHaveLength(1)
    expect(whyNotIssue).toContain('已有证书')
  })

  it('is ended once: of a cancellation and a reissue at the same time one succeeds', async () => {
    const { id } = await issue(await filed('牌楼社区同步舞蹈队'))
    const body = { on: worldToday, reason: '试' }
    const both = await Promise.all([
      township.call(api.cancel, { ...byId(id), body }),
      township.call(api.reissue, { ...byId(id), body }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('may be asked for again before it expires, and the next one takes its place', async () => {
    const organization = await filed('牌楼社区常新书画社')
    await keep(organization)
    const old = await issue(organization, '2020-09-01')
    expect(old).toMatchObject({ state: 'valid', validUntil: '2023-08-31', renewFrom: '2023-08-01' })
    const listed = await leader.call(queuesApi.list, work('ask'))
    expect(ok(listed).items).toMatchObject([{ label: '牌楼社区常新书画社', due: '2023-08-31' }])
    expect(ok(await leader.call(api.ask, byId(old.id))).askedOn).toBe(worldToday)
    expect(problemOf(await worker.call(api.ask, byId(old.id)))).toBe('409 2023-08-25 已经申请换发。')
    expect((await leader.call(api.renew, { ...byId(old.id), body: { on: worldToday } })).status).toBe(403)
    const waiting = ok(await township.call(queuesApi.list, work('renew')))
    expect(waiting.items).toContainEqual(
      expect.objectContaining({ note: `${old.number} · 2023-08-25 申请换发`, due: '2023-08-31' }),
    )

    const next = ok(await township.call(api.renew, { ...byId(old.id), body: { on: worldToday } }))
    expect(next).toMatchObject({ state: 'valid', replaces: { id: old.id, number: old.number } })
    const { items } = ok(await leader.call(api.ofOrganization, byId(organization)))
    expect(items.map(({ state, reason }) => [state, reason])).toEqual([
      ['valid', null],
      ['replaced', '到期换发'],
    ])
    expect(ok(await anybody.call(api.verifyNumber, { query: { number: old.number } }))).toMatchObject({
      ...{ state: 'replaced', newer: next.number },
    })
    expect(
      problemOf(await township.call(api.renew, { ...byId(next.id), body: { on: worldToday } })),
    ).toContain('2026-07-25 起可以换发')
  })

  it('that has expired is said to be so, is not printed, and can still be renewed', async () => {
    const old = await issue(await filed('牌楼社区夕照太极队'), '2020-03-01')
    expect(old.state).toBe('expired')
    const shown = await anybody.call(api.verifyNumber, { query: { number: old.number } })
    expect(ok(shown)).toMatchObject({ state: 'expired', validUntil: '2023-02-28' })
    expect(problemOf(await township.call(api.print, byId(old.id)))).toContain('已过期，不能打印')
    expect(ok(await township.call(api.renew, { ...byId(old.id), body: { on: worldToday } })).state).toBe(
      'valid',
    )
  })

  it('keeps its words when the organization is called otherwise, until another one is issued', async () => {
    const organization = await filed('牌楼社区旧名健身队')
    const old = await issue(organization)
    const body = ok(await township.call(organizationsApi.one, byId(organization)))
    await township.call(organizationsApi.edit, {
      ...byId(organization),
      body: {
        version: body.version,
        organization: { ...body, name: '牌楼社区新名健身队' },
        effect: { kind: 'change', from: worldToday },
      },
    })
    const { items } = ok(await township.call(api.ofOrganization, byId(organization)))
    expect(items[0]).toMatchObject({ name: '牌楼社区旧名健身队', organizationName: '牌楼社区新名健身队' })
    const next = ok(
      await township.call(api.reissue, { ...byId(old.id), body: { on: worldToday, reason: '名称变更' } }),
    )
    expect(next.name).toBe('牌楼社区新名健身队')
    expect(next.number).not.toBe(old.number)
  })

  it('is cancelled with the day on which its organization leaves the register', async () => {
    const organization = await filed('牌楼社区散场戏曲社')
    const { id, number } = await issue(organization)
    const ending = { ...byId(organization), body: { on: worldToday, reason: '解散' } }
    ok(await township.call(organizationsApi.end, ending))
    expect(ok(await anybody.call(api.verifyNumber, { query: { number } })).state).toBe('cancelled')
    const kept = ok(await township.call(api.ofOrganization, byId(organization)))
    expect(kept.items).toMatchObject([{ id, state: 'cancelled', endedOn: worldToday }])
    expect(ok(await township.call(queuesApi.list, work('cancel'))).items).toEqual([])
  })

  it('is refused, in words, on wrong days and for those that are not filed', async () => {
    const organization = await filed('牌楼社区晚到乒乓球队', { filedOn: '2023-05-01' })
    const on = (day: string) => township.call(api.issue, { params: { id: organization }, body: { on: day } })
    expect(problemOf(await on('2023-08-26'))).toBe('422 日期（2023-08-26）还没有到。')
    expect(problemOf(await on('2023-04-30'))).toBe('422 日期（2023-04-30）早于 2023-05-01。')
    const guided = await filed('牌楼社区随意读书会', { tier: 'guided', filedOn: null })
    expect(
      problemOf(await township.call(api.issue, { ...byId(guided), body: { on: worldToday } })),
    ).toContain('还没有备案')
    expect(ok(await township.call(api.ofOrganization, byId(guided))).whyNotIssue).toContain('还没有备案')
  })
})

describe('Many at once', () => {
  it('are issued with a result per row, listed, exported, and printed as one file', async () => {
    const names = ['红', '橙', '黄', '绿'].map((colour) => `牌楼社区${colour}丝带志愿队`)
    const ids: string[] = []
    for (const name of names) ids.push(await filed(name, { category: 'charity' }))
    const [held = ''] = ids
    await issue(held)
    const missing = crypto.randomUUID()
    const waiting = ok(await township.call(api.waiting, { query: { ids } }))
    expect(waiting.items.map(({ name }) => name).sort()).toEqual(names.slice(1).sort())
    expect(ok(await township.call(api.waitingCount, { query: { ids } })).value).toBe(3)

    const { results } = ok(
      await township.call(api.issueMany, { body: { ids: [...ids, missing, held], on: worldToday } }),
    )
    expect(results.map(({ ok }) => ok)).toEqual([false, true, true, true, false])
    expect(results.at(0)?.message).toContain('已有证书')
    expect(results.at(-1)?.message).toBe('没有找到，或不在您的管理范围内')
    const serials = results.flatMap(({ certificate }) =>
      certificate ? [Number(certificate.number.slice(-4))] : [],
    )
    const first = serials.at(0) ?? 0
    expect(serials.toSorted((a, b) => a - b)).toEqual([first, first + 1, first + 2])

    const issued = results.flatMap(({ certificate }) => certificate?.id ?? [])
    const printed = await township.call(api.printMany, { query: { ids: issued } })
    const texts = await textsOf(printed.raw)
    expect(texts.map((text) => names.find((name) => text.includes(name)))).toEqual(names.slice(1))

    const list = ok(await township.call(api.list, { query: { q: '丝带', state: ['valid'], limit: 3 } }))
    expect(list.items).toHaveLength(3)
    const rest = ok(await township.call(api.list, { query: { q: '丝带', after: list.next ?? '' } }))
    expect([...list.items, ...rest.items].map(({ name }) => name).sort()).toEqual([...names].sort())
    expect(ok(await township.call(api.count, { query: { q: '丝带' } }))).toEqual({ value: 4, capped: false })
    expect(ok(await township.call(api.count, { query: { q: '丝带', state: ['due'] } })).value).toBe(0)
    const exported = await township.call(api.export, { query: { q: '丝带' } })
    const { sheets } = await readWorkbook(exported.raw, 'export.xlsx')
    expect(sheets[0]?.rows.length).toBe(5)
  })

  it('are printed as the filter finds them: what holds, as many as one file takes', async () => {
    const names = ['甲', '乙', '丙'].map((one) => `牌楼社区${one}条巷守望队`)
    for (const name of names) await issue(await filed(name))
    const ended = await issue(await filed('牌楼社区丁条巷守望队'))
    ok(await township.call(api.cancel, { ...byId(ended.id), body: { on: worldToday, reason: '试' } }))
    const filter = { query: { q: '条巷守望' } }
    expect(ok(await township.call(api.printable, filter))).toEqual({ value: 3, capped: false })
    const texts = await textsOf((await township.call(api.printFound, filter)).raw)
    const list = ok(await township.call(api.list, { query: { ...filter.query, state: ['valid'] } }))
    expect(texts.map((text) => names.find((name) => text.includes(name)))).toEqual(
      list.items.map(({ name }) => name),
    )
    const outside = await clientOf(township.app, 'townshipOfficer.outside')
    expect(ok(await outside.call(api.printable, filter)).value).toBe(0)
    expect(problemOf(await outside.call(api.printFound, filter))).toContain('没有有效的')
  })

  it('are not printed where one of them belongs to others or does not hold', async () => {
    const own = await issue(await filed('牌楼社区自家舞龙队'))
    const outside = await clientOf(township.app, 'townshipOfficer.outside')
    const print = (client: Client, ids: string[]) => client.call(api.printMany, { query: { ids } })
    expect((await print(outside, [own.id])).status).toBe(404)
    expect((await print(township, [])).status).toBe(422)
    ok(await township.call(api.cancel, { ...byId(own.id), body: { on: worldToday, reason: '试' } }))
    expect(problemOf(await print(township, [own.id]))).toContain(`“牌楼社区自家舞龙队”（${own.number}）`)
  })
})

describe('The keeper of an organization', () => {
  it('sees and prints its own certificate, and no other', async () => {
    const organization = await filed('牌楼社区自理种植社')
    await keep(organization)
    const own = await issue(organization)
    const other = await issue(await filed('牌楼社区他人种植社'))
    expect((await leader.call(api.print, byId(own.id))).status).toBe(200)
    expect((await leader.call(api.print, byId(other.id))).status).toBe(404)
    const { items } = ok(await leader.call(api.list, {}))
    expect(items.map(({ id }) => id)).toContain(own.id)
    expect(items.map(({ id }) => id)).not.toContain(other.id)
    expect(items.find(({ id }) => id === own.id)?.may.sort()).toEqual([
      'certificate.ask',
      'certificate.print',
    ])
  })
})
