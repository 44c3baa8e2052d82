// The register through the front door: create, change, correct, end, and what past days answer.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../organizations-api.ts'

const database = useDatabase()
let officer: Client
let community: string

beforeAll(async () => {
  officer = await clientOf(await testServer(database()), 'countyOfficer.inside')
  community = (await spotsIn(database(), places.inside)).community
})

const draft = (name: string) => ({
  name,
  area: community,
  category: 'culture' as const,
  tier: 'guided' as const,
  members: 12,
  foundedOn: '2022-03-01',
  phone: '13812345678',
})

describe('an organization', () => {
  it('is created, shown with a masked phone, and leaves an event', async () => {
    const made = await officer.call(organizationsApi.create, { body: draft('牌楼社区百灵合唱队') })
    expect(made.status).toBe(200)
    expect(made.body).toMatchObject({ phone: '138****5678', status: 'active', version: 1 })
    const timeline = await officer.call(organizationsApi.timeline, { params: { id: made.body.id } })
    expect(timeline.body.items.map((event) => event.what)).toEqual(['新建'])
  })

  it('keeps the answers for past days when it is changed from today', async () => {
    const { body } = await officer.call(organizationsApi.create, { body: draft('牌楼社区晨光健身队') })
    const { tier: _, ...rest } = draft('牌楼社区晨光健身队')
    const edited = await officer.call(organizationsApi.edit, {
      params: { id: body.id },
      body: {
        version: 1,
        organization: { ...rest, tier: 'filed' },
        effect: { kind: 'change', from: worldToday },
      },
    })
    expect(edited.status).toBe(200)
    expect(await tierOn(body.id, '2023-01-01')).toBe('guided')
    expect(await tierOn(body.id, worldToday)).toBe('filed')
  })

  it('changes past answers only by a correction, which keeps the superseded facts', async () => {
    const { body } = await officer.call(organizationsApi.create, { body: draft('牌楼社区新风书画社') })
    await officer.call(organizationsApi.edit, {
      params: { id: body.id },
      body: {
        version: 1,
        organization: { ...draft('牌楼社区新风书画社'), tier: 'filed' },
        effect: { kind: 'correction', reason: '录入错误' },
      },
    })
    expect(await tierOn(body.id, '2023-01-01')).toBe('filed')
    const kept = await database().rows(
      sql`select 1 from organization_period where organization = ${body.id} and superseded_at is not null`,
    )
    expect(kept).toHaveLength(1)
  })

  it('takes a change whose day is over only with a reason, which stays in the timeline', async () => {
    const { body } = await officer.call(organizationsApi.create, { body: draft('牌楼社区知音乐队') })
    const params = { id: body.id }
    const change = (reason?: string) =>
      officer.call(organizationsApi.edit, {
        params,
        body: {
          version: 1,
          organization: { ...draft('牌楼社区知音乐队'), members: 15 },
          effect: { kind: 'change', from: '2023-05-01', ...(reason && { reason }) },
        },
      })
    expect((await change()).body).toMatchObject({ code: 'organization.reasonMissing' })
    expect((await change('换届后未及时报送')).status).toBe(200)
    const [latest] = (await officer.call(organizationsApi.timeline, { params })).body.items
    expect(latest).toMatchObject({ what: '变更', effectiveOn: '2023-05-01', reason: '换届后未及时报送' })
  })

  it('refuses an edit made from an old version', async () => {
    const { body } = await officer.call(organizationsApi.create, { body: draft('牌楼社区春晖舞蹈队') })
    const edit = {
      version: 1,
      organization: { ...draft('牌楼社区春晖舞蹈队'), members: 20 },
      effect: { kind: 'change' as const, from: worldToday },
    }
    expect((await officer.call(organizationsApi.edit, { params: { id: body.id }, body: edit })).status).toBe(
      200,
    )
    expect((await officer.call(organizationsApi.edit, { params: { id: body.id }, body: edit })).status).toBe(
      409,
    )
  })

  it('ends, counts no more from that day, and can come back', async () => {
    const { body } = await officer.call(organizationsApi.create, { body: draft('牌楼社区同心议事会') })
    await officer.call(organizationsApi.end, {
      params: { id: body.id },
      body: { on: '2023-06-01', reason: '解散' },
    })
    expect(await tierOn(body.id, '2023-05-31')).toBe('guided')
    expect(await tierOn(body.id, '2023-06-01')).toBeNull()
    const again = await officer.call(organizationsApi.end, {
      params: { id: body.id },
      body: { on: '2023-06-01', reason: '解散' },
    })
    expect(again.status).toBe(409)
    await officer.call(organizationsApi.revive, {
      params: { id: body.id },
      body: { on: '2023-08-01', reason: '重新活动' },
    })
    expect(await tierOn(body.id, '2023-07-31')).toBeNull()
    expect(await tierOn(body.id, '2023-08-01')).toBe('guided')
  })

  it('says every contradiction at its field', async () => {
    const reply = await officer.call(organizationsApi.create, {
      body: { ...draft('牌楼社区守望巡逻队'), members: 3, partyMembers: 5, foundedOn: '2024-01-01' },
    })
    expect(reply.status).toBe(422)
    expect(reply.body).toMatchObject({ faults: [{ at: 'foundedOn' }, { at: 'partyMembers' }] })
  })
})

async function tierOn(id: string, day: string): Promise<string | null> {
  const row = await database().maybe<{ tier: string }>(sql`
    select tier from organization_period where organization = ${id} and superseded_at is null
      and starts_on <= ${day} and (ends_on is null or ends_on > ${day})`)
  return row?.tier ?? null
}
