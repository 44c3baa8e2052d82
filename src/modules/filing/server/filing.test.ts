// Applications through the front door: the whole way, the clock, two at once, papers that lie, and the days that targets see.
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn } from '../../../../test/world.ts'
import type { Instant } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { buildServer } from '../../../server.ts'
import { keepersApi } from '../../organizations/keepers-api.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { leadersApi } from '../../people/leaders-api.ts'
import { peopleApi } from '../../people/people-api.ts'
import type { Application } from '../filing.ts'
import { filingApi, type Handling } from '../filing-api.ts'

const database = useDatabase()
let today = '2023-12-28'
let app: FastifyInstance
let leader: Client
let worker: Client
let township: Client
let county: Client
let community: { code: string; name: string }

beforeAll(async () => {
  app = await buildServer(database(), {
    secret: 'a secret of at least thirty-two letters',
    clock: () => `${today}T02:00:00.000Z` as Instant,
  })
  leader = await clientOf(app, 'organizationLeader.inside')
  worker = await clientOf(app, 'communityWorker.inside')
  township = await clientOf(app, 'townshipOfficer.inside')
  county = await clientOf(app, 'countyOfficer.inside')
  const spots = await spotsIn(database(), places.inside)
  community = await database().one(
    sql`select code::text as code, short_name as name from area where code = ${spots.community}`,
  )
})

const facts = (name: string) => ({
  ...{ name: `${community.name}${name}`, category: 'culture' as const, leader: '陈某', phone: '13812345678' },
  ...{ place: '活动室', scope: '排练和演出', founders: 5, foundedOn: '2021-03-01' },
})
const members = Array.from({ length: 12 }, (_, at) => ({
  ...{ name: `成员${at}`, party: at < 4 ? ('full' as const) : ('none' as const) },
}))
const pdf = { name: '章程.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%试\n%%EOF\n') }

/** The body, or the refusal with its words. */
const ok = <T>({ status, body, raw }: { status: number; body: T; raw: Buffer }): T => {
  if (status !== 200) throw new Error(`${status} ${raw.toString('utf8')}`)
  return body
}
const refused = (reply: { status: number; body: unknown }) => ({
  status: reply.status,
  ...(reply.body as { code: string; message: string; faults?: { at: string }[] }),
})
const by = ({ id }: { id: string }) => ({ params: { id } })
const key = () => crypto.randomUUID()

async function begun(name: string, tier: 'guided' | 'filed' = 'filed', who = leader): Promise<Application> {
  const made = ok(await who.call(filingApi.create, { body: { key: key(), area: community.code, tier } }))
  return ok(
    await who.call(filingApi.save, { ...by(made), body: { version: made.version, facts: facts(name) } }),
  )
}

async function complete(name: string, who = leader): Promise<Application> {
  const made = await begun(name, 'filed', who)
  ok(await who.call(filingApi.saveRoster, { ...by(made), body: { members } }))
  for (const material of ['charter', 'place'])
    ok(await who.upload(filingApi.addFile, { ...by(made), query: { material } }, pdf))
  return made
}

async function sent(name: string, who = leader): Promise<Application> {
  return ok(await who.call(filingApi.submit, by(await complete(name, who))))
}

const atTownship = (application: { id: string }, body: Handling) =>
  township.call(filingApi.handleInTownship, { ...by(application), body })
const heard = (application: { id: string }) =>
  worker.call(filingApi.handleInCommunity, {
    ...by(application),
    body: { step: 'opine', supports: true, words: '居民有需要' },
  })

/** An application that waits for the township's decision. */
async function accepted(name: string): Promise<Application> {
  const application = await sent(name)
  ok(await heard(application))
  return ok(await atTownship(application, { step: 'accept' }))
}

describe('A leader with a phone', () => {
  it('brings a group onto the register as a filed one, from the day of the decision and not before', async () => {
    const draft = await begun('百灵合唱队')
    const early = refused(await leader.call(filingApi.submit, by(draft)))
    expect(early).toMatchObject({ status: 422, code: 'filing.incomplete' })
    expect(early.faults?.map(({ at }) => at)).toEqual([
      'materials.roster',
      'materials.charter',
      'materials.place',
    ])

    const application = await sent('百灵歌咏队')
    expect(application).toMatchObject({
      status: 'opinion',
      desk: 'community',
      onBehalf: false,
      memberCount: 12,
    })
    expect(application.clock).toEqual({ due: '2024-01-03', tone: 'met', words: '还剩 3 个工作日' })
    expect(application.proposal.tier).toBe('filed')
    expect(ok(await heard(application)).status).toBe('accepting')
    expect(ok(await atTownship(application, { step: 'accept' })).desk).toBe('township')
    today = '2023-12-29'
    const done = ok(await atTownship(application, { step: 'approve', words: '符合备案条件' }))
    expect(done).toMatchObject({ status: 'approved', decidedTier: 'filed', decidedOn: '2023-12-29' })
    expect(done.thread.map(({ what }) => what)).toEqual(['提交', '社区意见：支持', '受理', '同意'])

    const made = ok(await leader.call(organizationsApi.one, { params: { id: done.organization ?? '' } }))
    expect(made).toMatchObject({
      ...{ tier: 'filed', filedOn: '2023-12-29', foundedOn: '2021-03-01', members: 12, partyMembers: 4 },
      ...{ charter: true, status: 'active', phone: '138****5678' },
    })
    expect(await alive(made.id)).toEqual([['2023-12-29', null, 'filed']])
  })

  it('reads who must act and cannot act for them', async () => {
    const application = await sent('金穗读书会')
    expect(application.offers).toContainEqual({
      step: 'opine',
      label: '社区意见',
      whyNot: '这一步由社区（村）办理。',
    })
    expect(
      (
        await leader.call(filingApi.handleInCommunity, {
          ...by(application),
          body: { step: 'return', words: '试' },
        })
      ).status,
    ).toBe(403)
    const early = refused(await atTownship(application, { step: 'approve', words: '试' }))
    expect(early).toMatchObject({ status: 409, code: 'filing.notFromHere' })
    const notMine = refused(await atTownship(application, { step: 'return', words: '试' }))
    expect(notMine).toMatchObject({ status: 403, code: 'filing.otherDesk' })
    const late = refused(
      await leader.call(filingApi.save, {
        ...by(application),
        body: { version: application.version, facts: facts('改') },
      }),
    )
    expect(late).toMatchObject({ status: 409, code: 'filing.notFillable' })
    expect(
      ok(await leader.call(filingApi.withdraw, { ...by(application), body: { words: '人不够' } })).status,
    ).toBe('withdrawn')
  })

  it('raises a guided group step by step and keeps its identity and its past', async () => {
    today = '2024-01-02'
    const draft = await begun('晨光太极队', 'guided')
    const guided = ok(await leader.call(filingApi.submit, by(draft)))
    expect(guided).toMatchObject({ status: 'confirming', materials: [] })
    const confirmed = ok(
      await worker.call(filingApi.handleInCommunity, {
        ...by(guided),
        body: { step: 'approve', words: '同意' },
      }),
    )
    const organization = confirmed.organization ?? ''
    today = '2024-02-20'
    const body = { key: key(), area: community.code, tier: 'filed' as const, organization }
    const rising = ok(await leader.call(filingApi.create, { body }))
    expect(rising).toMatchObject({ kind: 'upgrade', organization, organizationTier: 'guided' })
    expect(rising.facts).toMatchObject({
      name: `${community.name}晨光太极队`,
      leader: '陈某',
      place: '活动室',
    })
    const second = await leader.call(filingApi.create, { body: { ...body, key: key() } })
    expect(refused(second)).toMatchObject({ status: 422, code: 'filing.underway' })
    ok(await leader.call(filingApi.saveRoster, { ...by(rising), body: { members } }))
    for (const material of ['charter', 'place'])
      ok(await leader.upload(filingApi.addFile, { ...by(rising), query: { material } }, pdf))
    ok(await leader.call(filingApi.submit, by(rising)))
    ok(await heard(rising))
    ok(await atTownship(rising, { step: 'accept' }))
    expect(ok(await atTownship(rising, { step: 'approve', words: '符合' })).organization).toBe(organization)
    expect(await alive(organization)).toEqual([
      ['2024-01-02', '2024-02-20', 'guided'],
      ['2024-02-20', null, 'filed'],
    ])
    const kept = ok(await worker.call(keepersApi.one, { params: { id: organization } }))
    expect(kept.keeper?.loginName).toBe('organizationLeader.inside')
  })
})

/** From when until when it existed, and in which tier. */
const alive = async (organization: string) =>
  (
    await database().rows<{ from: string; to: string | null; tier: string }>(sql`
      select starts_on as from, ends_on as to, tier from organization_period
      where organization = ${organization} and superseded_at is null order by starts_on`)
  ).map(({ from, to, tier }) => [from, to, tier])

describe('The clock', () => {
  it('counts working days over New Year, stands still while corrected, and goes on with what was left', async () => {
    today = '2023-12-28'
    const application = await sent('绿荫环保队')
    ok(await heard(application))
    const waiting = ok(await township.call(filingApi.one, by(application)))
    expect(waiting.clock).toMatchObject({ due: '2024-01-05', words: '还剩 5 个工作日' })
    today = '2024-01-02'
    const back = ok(await atTownship(application, { step: 'return', words: '场所证明看不清' }))
    expect(back).toMatchObject({ status: 'correcting', desk: 'applicant', returnedFrom: 'accepting' })
    expect(back.clock.due).toBe('2024-02-01')
    today = '2024-01-15'
    const version = ok(await leader.call(filingApi.one, by(application))).version
    ok(
      await leader.call(filingApi.save, {
        ...by(application),
        body: { version, facts: facts('绿荫环保队') },
      }),
    )
    const again = ok(await leader.call(filingApi.submit, by(application)))
    expect(again).toMatchObject({ status: 'accepting', desk: 'township' })
    expect(again.clock).toMatchObject({ due: '2024-01-18', tone: 'met', words: '还剩 3 个工作日' })
    expect(again.thread.map(({ what }) => what)).toContain('补正后再交')
    today = '2024-01-17'
    expect(ok(await township.call(filingApi.one, by(application))).clock.tone).toBe('behind')
    today = '2024-01-22'
    const late = ok(await county.call(filingApi.one, by(application)))
    expect(late.clock).toMatchObject({ tone: 'overdue', words: '已逾期 4 天' })
    const urged = ok(await county.call(filingApi.urge, { ...by(application), body: { words: '请尽快' } }))
    expect(urged.thread.at(-1)).toMatchObject({ what: '催办', words: '请尽快' })
    const overdue = ok(await county.call(filingApi.list, { query: { overdue: 'true' } }))
    expect(overdue.items.map(({ id }) => id)).toContain(application.id)
    today = '2023-12-28'
  })
})

describe('Two at once', () => {
  it('decide: exactly one succeeds, the other is told kindly', async () => {
    const application = await accepted('齐心巡逻队')
    const second = await clientOf(app, 'townshipOfficer.inside')
    const body = { step: 'approve', words: '符合' } as const
    const replies = await Promise.all(
      [township, second].map((client) =>
        client.call(filingApi.handleInTownship, { ...by(application), body }),
      ),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const { made } = await database().one<{ made: number }>(sql`
      select count(*)::int as made from organization where name = ${application.name}`)
    expect(made).toBe(1)
  })

  it('presses of the same button make one application and send it once', async () => {
    const body = { key: key(), area: community.code, tier: 'guided' as const }
    const [a, b] = await Promise.all([1, 2].map(() => leader.call(filingApi.create, { body })))
    expect(ok(a as never as { status: number; body: Application; raw: Buffer }).id).toBe(b?.body.id)
    const draft = await complete('守望调解队')
    const sends = await Promise.all([1, 2].map(() => leader.call(filingApi.submit, by(draft))))
    expect(sends.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('applications of one name in one community are one', async () => {
    await sent('映山红舞蹈队')
    const other = refused(await leader.call(filingApi.submit, by(await complete('映山红舞蹈队'))))
    expect(other).toMatchObject({ status: 422, code: 'filing.nameUnderway' })
  })
})

describe('Papers', () => {
  it('that lie about their type are refused, and nothing is half done', async () => {
    const draft = await begun('清泉书画社')
    const html = { name: '章程.pdf', bytes: new TextEncoder().encode('<html><script>alert(1)</script>') }
    const lie = await leader.upload(filingApi.addFile, { ...by(draft), query: { material: 'charter' } }, html)
    expect(lie.status).toBe(422)
    const unasked = await leader.upload(
      filingApi.addFile,
      { ...by(draft), query: { material: 'capital' } },
      pdf,
    )
    expect(refused(unasked).code).toBe('filing.unasked')
    const made = await leader.upload(filingApi.addFile, { ...by(draft), query: { material: 'form' } }, pdf)
    expect(refused(made).code).toBe('filing.unasked')
    const kept = ok(
      await leader.upload(filingApi.addFile, { ...by(draft), query: { material: 'charter' } }, pdf),
    )
    const [file] = kept.materials.find(({ id }) => id === 'charter')?.files ?? []
    const shown = await leader.call(filingApi.file, { params: { id: draft.id, file: file?.id ?? '' } })
    expect(shown.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
    })
    const other = await begun('清泉茶友会')
    const foreign = await leader.call(filingApi.file, { params: { id: other.id, file: file?.id ?? '' } })
    expect(foreign.status).toBe(404)
    const dropped = ok(
      await leader.call(filingApi.dropFile, { params: { id: draft.id, file: file?.id ?? '' } }),
    )
    expect(dropped.materials.every(({ files }) => files.length === 0)).toBe(true)
  })

  it('a roster with a person twice names both rows; two of one name are told apart', async () => {
    const draft = await begun('福满棋友会')
    const sheet = (text: string) => ({ name: '名册.csv', bytes: new TextEncoder().encode(text) })
    const upload = (text: string) => leader.upload(filingApi.uploadRoster, by(draft), sheet(text))
    const twice = refused(await upload('姓名,政治面貌\n王某,党员\n李某,群众\n王某,群众\n'))
    expect(twice).toMatchObject({ status: 422, code: 'filing.roster' })
    expect(twice.message).toContain('第 2 行和第 4 行都是“王某”')
    const odd = refused(await upload('姓名,政治面貌\n王某,不好说\n320585199001010015,群众\n'))
    expect(odd.faults?.length).toBe(2)
    const read = ok(
      await upload(
        '序号,姓名,同名区分,职务,政治面貌\n1,王某,3号楼,队长,党员\n2,王某,5号楼,骨干,预备党员\n,,,,\n合计,2,,,\n',
      ),
    )
    expect(read).toMatchObject({ memberCount: 2, partyCount: { full: 1, probationary: 1 } })
    const typed = ok(await leader.call(filingApi.roster, by(draft)))
    expect(typed.members[0]).toEqual({
      name: '王某',
      mark: '3号楼',
      leader: true,
      keyMember: true,
      party: 'full',
    })
    const officer = ok(await township.call(filingApi.roster, by(draft)))
    expect(officer.members.map(({ party }) => party)).toEqual([null, null])
    expect(officer.party).toBe(false)
    const party = await clientOf(app, 'partyOfficer.inside')
    expect(ok(await party.call(filingApi.party, by(draft))).members[0]?.party).toBe('full')
    const { looks } = await database().one<{ looks: number }>(sql`
      select count(*)::int as looks from event where action = 'filing.seeParty' and subject = ${draft.id}`)
    expect(looks).toBe(1)
  })

  it('show the phone number to whoever typed it alone', async () => {
    const draft = await begun('春晖助老队')
    expect(draft.facts.phone).toBe('13812345678')
    const seen = ok(await township.call(filingApi.one, by(draft)))
    expect(seen.facts.phone).toBe('138****5678')
    const body = { version: seen.version, facts: { ...seen.facts, leader: '李某' } }
    ok(await worker.call(filingApi.save, { ...by(draft), body }))
    expect(ok(await leader.call(filingApi.one, by(draft))).facts).toMatchObject({
      leader: '李某',
      phone: '13812345678',
    })
    const stale = refused(await leader.call(filingApi.save, { ...by(draft), body }))
    expect(stale).toMatchObject({ status: 409, code: 'filing.changedMeanwhile' })
  })
})

describe('A decision', () => {
  it('may be for a lower tier with a reason, never for a higher one', async () => {
    const application = await accepted('芳邻编织社')
    const higher = refused(
      await atTownship(application, { step: 'approve', tier: 'registered', words: '试' }),
    )
    expect(higher).toMatchObject({ status: 422, code: 'filing.higherTier' })
    const lower = ok(
      await atTownship(application, { step: 'approve', tier: 'guided', words: '成员变动大，先由社区指导' }),
    )
    const made = ok(await leader.call(organizationsApi.one, { params: { id: lower.organization ?? '' } }))
    expect(made).toMatchObject({ tier: 'guided', filedOn: null })
  })

  it('for many names each row; what cannot be decided stays where it was', async () => {
    const good = await accepted('众望志愿队')
    const early = await sent('乐龄摄影队')
    const taken = await accepted('同心龙舟队')
    const name = taken.name
    ok(
      await township.call(organizationsApi.create, {
        body: { name, area: community.code, category: 'sports', tier: 'filed' },
      }),
    )
    const ids = [good.id, early.id, taken.id, key()]
    const { results } = ok(
      await township.call(filingApi.decideMany, { body: { ids, step: 'approve', words: '符合' } }),
    )
    expect(results.map(({ ok }) => ok)).toEqual([true, false, false, false])
    expect(results[1]?.message).toContain('待社区意见')
    expect(results[2]?.message).toContain('已有')
    expect(ok(await township.call(filingApi.one, by(taken))).status).toBe('deciding')
    const rest = ok(
      await township.call(filingApi.decideMany, { body: { ids: [taken.id], step: 'refuse', words: '重名' } }),
    )
    expect(rest.results).toMatchObject([{ ok: true, message: '已决定不同意' }])
  })

  it('on registration is the county’s, asks for the supervising body, and follows the naming rule', async () => {
    const made = ok(
      await leader.call(filingApi.create, { body: { key: key(), area: community.code, tier: 'registered' } }),
    )
    const save = (more: object, name: string) =>
      leader.call(filingApi.one, by(made)).then(({ body }) =>
        leader.call(filingApi.save, {
          ...by(made),
          body: {
            version: body.version,
            facts: { ...facts(''), name, legalForm: 'serviceAgency' as const, ...more },
          },
        }),
      )
    ok(await save({ supervision: 'direct', category: 'culture' }, '太仓市暖心居家养老服务中心'))
    ok(await leader.call(filingApi.saveRoster, { ...by(made), body: { members } }))
    for (const material of ['charter', 'place', 'capital'])
      ok(await leader.upload(filingApi.addFile, { ...by(made), query: { material } }, pdf))
    const ineligible = refused(await leader.call(filingApi.submit, by(made)))
    expect(ineligible.faults?.map(({ at }) => at)).toEqual(['supervision'])
    ok(await save({ supervision: 'direct', category: 'elderCare' }, '夕阳红第一养老队'))
    expect(refused(await leader.call(filingApi.submit, by(made)))).toMatchObject({
      status: 422,
      code: 'filing.name',
    })
    ok(await save({ supervision: 'direct', category: 'elderCare' }, '太仓市暖心居家养老服务中心'))
    const waiting = ok(await leader.call(filingApi.submit, by(made)))
    expect(waiting).toMatchObject({ status: 'accepting', desk: 'county' })
    expect(refused(await atTownship(made, { step: 'accept' })).code).toBe('filing.otherDesk')
    const at = (body: Handling) => county.call(filingApi.handleInCounty, { ...by(made), body })
    expect(ok(await at({ step: 'accept' })).clock.words).toMatch(/到期$/)
    const done = ok(await at({ step: 'approve', words: '准予登记' }))
    const organization = ok(
      await county.call(organizationsApi.one, { params: { id: done.organization ?? '' } }),
    )
    expect(organization).toMatchObject({
      tier: 'registered',
      legalForm: 'serviceAgency',
      registeredOn: today,
    })
  })
})

describe('A community worker', () => {
  it('opens an account for a leader who signs in with the slip and sees the application that was filled in', async () => {
    const body = { displayName: '周 桂芳', area: community.code }
    const slip = ok(await worker.call(leadersApi.create, { body }))
    expect(slip).toMatchObject({ loginName: '周桂芳', areaName: community.name })
    expect(slip.password).toMatch(/^[A-Z][a-z]{3}-\d{4}$/)
    expect(ok(await worker.call(leadersApi.create, { body })).loginName).toBe('周桂芳2')
    const made = await begun('木棉助学队', 'guided', worker)
    expect(made).toMatchObject({ onBehalf: true, keeperName: null })
    const stranger = await database().one<{ id: string }>(
      sql`select id from person where login_name = 'auditor.inside'`,
    )
    const save = (keeper: string) =>
      worker.call(filingApi.save, {
        ...by(made),
        body: { version: made.version, keeper, facts: facts('木棉助学队') },
      })
    expect(refused(await save(stranger.id)).code).toBe('filing.noLeader')
    expect(ok(await save(slip.id)).keeperName).toBe('周 桂芳')
    const signIn = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { loginName: slip.loginName, password: slip.password },
    })
    const session = signIn.cookies.find(({ name }) => name === 'jusha')
    const own = await app.inject({
      url: `/api/applications/${made.id}`,
      cookies: { jusha: session?.value ?? '' },
    })
    expect(own.json()).toMatchObject({ editable: true, mine: true, facts: { phone: '13812345678' } })
    const renewed = ok(await worker.call(leadersApi.renew, { params: { id: slip.id } }))
    expect(renewed.password).not.toBe(slip.password)
    expect(
      refused(
        await worker.call(peopleApi.signIn, { body: { loginName: slip.loginName, password: slip.password } }),
      ).status,
    ).toBe(401)
  })

  it('ties a leader to an organization that stands on the register, and nobody else', async () => {
    const [one] = ok(
      await worker.call(organizationsApi.list, { query: { limit: 1, area: community.code } }),
    ).items
    const [leading] = ok(await worker.call(leadersApi.list, { query: { area: community.code } })).items
    const tie = (person: string | null) =>
      worker.call(keepersApi.set, { params: { id: one?.id ?? '' }, body: { person } })
    expect(ok(await tie(leading?.id ?? '')).keeper).toEqual(leading)
    const outside = await database().one<{ id: string }>(
      sql`select id from person where login_name = 'organizationLeader.outside'`,
    )
    expect(refused(await tie(outside.id)).code).toBe('organization.noLeader')
    expect(ok(await tie(null)).keeper).toBeNull()
  })
})

describe('The list', () => {
  it('pages through everything once, by either order', async () => {
    for (const sort of ['due', 'recent'] as const) {
      const all = ok(await county.call(filingApi.list, { query: { sort, limit: 200 } })).items.map(
        ({ id }) => id,
      )
      const paged: string[] = []
      let after: string | undefined
      do {
        const page = ok(
          await county.call(filingApi.list, { query: { sort, limit: 5, ...(after && { after }) } }),
        )
        paged.push(...page.items.map(({ id }) => id))
        after = page.next ?? undefined
      } while (after)
      expect(paged).toEqual(all)
      expect(all.length).toBeGreaterThan(12)
    }
    const counted = ok(await county.call(filingApi.count, { query: { status: ['deciding', 'opinion'] } }))
    const listed = ok(
      await county.call(filingApi.list, { query: { status: ['deciding', 'opinion'], limit: 200 } }),
    )
    expect(counted).toEqual({ value: listed.items.length, capped: false })
    expect((await county.call(filingApi.list, { query: { after: 'bm9uc2Vuc2U' } })).status).toBe(400)
  })
})
