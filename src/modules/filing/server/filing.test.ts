// Applications through the front door: the whole way, the clock, two at once, and the days that targets see.
import { describe, expect, it } from 'vitest'
import { clientOf } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { by, key, members, ok, pdf, refused, useFiling } from '../../../../test/filing.ts'
import { sql } from '../../../platform/db.ts'
import { keepersApi } from '../../organizations/keepers-api.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import type { Application } from '../filing.ts'
import { filingApi } from '../filing-api.ts'

const database = useDatabase()
const { f, facts, begun, complete, sent, accepted, atTownship, heard } = useFiling(database)

describe('A f.leader with a phone', () => {
  it('brings a group onto the register as a filed one, from the day of the decision and not before', async () => {
    const draft = await begun('百灵合唱队')
    const early = refused(await f.leader.call(filingApi.submit, by(draft)))
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
    f.today = '2023-12-29'
    const done = ok(await atTownship(application, { step: 'approve', words: '符合备案条件' }))
    expect(done).toMatchObject({ status: 'approved', decidedTier: 'filed', decidedOn: '2023-12-29' })
    expect(done.thread.map(({ what }) => what)).toEqual(['提交', '社区意见：支持', '受理', '同意'])

    const made = ok(await f.leader.call(organizationsApi.one, { params: { id: done.organization ?? '' } }))
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
        await f.leader.call(filingApi.handleInCommunity, {
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
      await f.leader.call(filingApi.save, {
        ...by(application),
        body: { version: application.version, facts: facts('改') },
      }),
    )
    expect(late).toMatchObject({ status: 409, code: 'filing.notFillable' })
    expect(
      ok(await f.leader.call(filingApi.withdraw, { ...by(application), body: { words: '人不够' } })).status,
    ).toBe('withdrawn')
  })

  it('raises a guided group step by step and keeps its identity and its past', async () => {
    f.today = '2024-01-02'
    const draft = await begun('晨光太极队', 'guided')
    const guided = ok(await f.leader.call(filingApi.submit, by(draft)))
    expect(guided).toMatchObject({ status: 'confirming', materials: [] })
    const confirmed = ok(
      await f.worker.call(filingApi.handleInCommunity, {
        ...by(guided),
        body: { step: 'approve', words: '同意' },
      }),
    )
    const organization = confirmed.organization ?? ''
    f.today = '2024-02-20'
    const body = { key: key(), area: f.community.code, tier: 'filed' as const, organization }
    const rising = ok(await f.leader.call(filingApi.create, { body }))
    expect(rising).toMatchObject({ kind: 'upgrade', organization, organizationTier: 'guided' })
    expect(rising.facts).toMatchObject({
      name: `${f.community.name}晨光太极队`,
      leader: '陈某',
      place: '活动室',
    })
    const second = await f.leader.call(filingApi.create, { body: { ...body, key: key() } })
    expect(refused(second)).toMatchObject({ status: 422, code: 'filing.underway' })
    ok(await f.leader.call(filingApi.saveRoster, { ...by(rising), body: { members } }))
    for (const material of ['charter', 'place'])
      ok(await f.leader.upload(filingApi.addFile, { ...by(rising), query: { material } }, pdf))
    ok(await f.leader.call(filingApi.submit, by(rising)))
    ok(await heard(rising))
    ok(await atTownship(rising, { step: 'accept' }))
    expect(ok(await atTownship(rising, { step: 'approve', words: '符合' })).organization).toBe(organization)
    expect(await alive(organization)).toEqual([
      ['2024-01-02', '2024-02-20', 'guided'],
      ['2024-02-20', null, 'filed'],
    ])
    const kept = ok(await f.worker.call(keepersApi.one, { params: { id: organization } }))
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
    f.today = '2023-12-28'
    const application = await sent('绿荫环保队')
    ok(await heard(application))
    const waiting = ok(await f.township.call(filingApi.one, by(application)))
    expect(waiting.clock).toMatchObject({ due: '2024-01-05', words: '还剩 5 个工作日' })
    f.today = '2024-01-02'
    const back = ok(await atTownship(application, { step: 'return', words: '场所证明看不清' }))
    expect(back).toMatchObject({ status: 'correcting', desk: 'applicant', returnedFrom: 'accepting' })
    expect(back.clock.due).toBe('2024-02-01')
    f.today = '2024-01-15'
    const version = ok(await f.leader.call(filingApi.one, by(application))).version
    ok(
      await f.leader.call(filingApi.save, {
        ...by(application),
        body: { version, facts: facts('绿荫环保队') },
      }),
    )
    const again = ok(await f.leader.call(filingApi.submit, by(application)))
    expect(again).toMatchObject({ status: 'accepting', desk: 'township' })
    expect(again.clock).toMatchObject({ due: '2024-01-18', tone: 'met', words: '还剩 3 个工作日' })
    expect(again.thread.map(({ what }) => what)).toContain('补正后再交')
    f.today = '2024-01-17'
    expect(ok(await f.township.call(filingApi.one, by(application))).clock.tone).toBe('behind')
    f.today = '2024-01-22'
    const late = ok(await f.county.call(filingApi.one, by(application)))
    expect(late.clock).toMatchObject({ tone: 'overdue', words: '已逾期 4 天' })
    const urged = ok(await f.county.call(filingApi.urge, { ...by(application), body: { words: '请尽快' } }))
    expect(urged.thread.at(-1)).toMatchObject({ what: '催办', words: '请尽快' })
    const overdue = ok(await f.county.call(filingApi.list, { query: { overdue: 'true' } }))
    expect(overdue.items.map(({ id }) => id)).toContain(application.id)
    f.today = '2023-12-28'
  })
})

describe('Two at once', () => {
  it('decide: exactly one succeeds, the other is told kindly', async () => {
    const application = await accepted('齐心巡逻队')
    const second = await clientOf(f.app, 'townshipOfficer.inside')
    const body = { step: 'approve', words: '符合' } as const
    const replies = await Promise.all(
      [f.township, second].map((client) =>
        client.call(filingApi.handleInTownship, { ...by(application), body }),
      ),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const { made } = await database().one<{ made: number }>(sql`
      select count(*)::int as made from organization where name = ${application.name}`)
    expect(made).toBe(1)
  })

  it('presses of the same button make one application and send it once', async () => {
    const body = { key: key(), area: f.community.code, tier: 'guided' as const }
    const [a, b] = await Promise.all([1, 2].map(() => f.leader.call(filingApi.create, { body })))
    expect(ok(a as never as { status: number; body: Application; raw: Buffer }).id).toBe(b?.body.id)
    const draft = await complete('守望调解队')
    const sends = await Promise.all([1, 2].map(() => f.leader.call(filingApi.submit, by(draft))))
    expect(sends.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('applications of one name in one f.community are one', async () => {
    await sent('映山红舞蹈队')
    const other = refused(await f.leader.call(filingApi.submit, by(await complete('映山红舞蹈队'))))
    expect(other).toMatchObject({ status: 422, code: 'filing.nameUnderway' })
  })
})
