// Certificates among the other parts: the rules of a place, the measure, and the import that an organization came from.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { bookOf, importAll } from '../../../../test/importing.ts'
import { places, spotsIn, worldContext, worldToday } from '../../../../test/world.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { importsApi } from '../../organizations/imports-api.ts'
import { OrganizationDraft } from '../../organizations/organization.ts'
import { endOrganization, enterOrganization } from '../../organizations/server/index.ts'
import { loadRuleSetText } from '../../rules/server/index.ts'
import { certificatesApi as api } from '../certificates-api.ts'
import { certificateSources } from './index.ts'

const database = useDatabase()
let township: Client
let county: Client
let community: string

beforeAll(async () => {
  const app = await testServer(database())
  township = await clientOf(app, 'townshipOfficer.inside')
  county = await clientOf(app, 'countyOfficer.inside')
  community = (await spotsIn(database(), places.inside)).community
})

const filed = (name: string, on = '2020-01-01' as Day): Promise<string> =>
  database().transaction((db) =>
    enterOrganization(
      worldContext(db),
      OrganizationDraft.parse({
        name,
        area: community,
        category: 'sports',
        tier: 'filed',
        foundedOn: on,
        filedOn: on,
      }),
      { action: 'organization.create', on, reason: null, keeper: null },
    ),
  )

describe('The measure of certificates', () => {
  const holding = async (organization: string, day: string): Promise<number> => {
    const { from, where } = certificateSources.certificates ?? {}
    if (!from || !where) throw new Error('no such measure')
    const { held } = await database().one<{ held: number }>(sql`
      select count(*)::int as held from ${from} where ${where} and m.organization = ${organization}
        and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on > ${day}::date)`)
    return held
  }

  const heldOn = (organization: string, days: readonly string[]) =>
    Promise.all(days.map((day) => holding(organization, day)))

  it('counts one from its issue to the day before its end, and at most one a day', async () => {
    const organization = await filed('牌楼社区量一社')
    const issue = await township.call(api.issue, { params: { id: organization }, body: { on: '2021-02-01' } })
    const body = { on: '2022-05-01', reason: '遗失' }
    const next = await township.call(api.reissue, { params: { id: issue.body.id }, body })
    await township.call(api.cancel, { params: { id: next.body.id }, body: { ...body, on: '2023-03-01' } })
    const days = ['2021-01-31', '2021-02-01', '2022-04-30', '2022-05-01', '2023-02-28', '2023-03-01']
    expect(await heldOn(organization, days)).toEqual([0, 1, 1, 1, 1, 0])
  })

  it('counts none that has expired, nor of an organization that has ended', async () => {
    const [expired, ended] = [await filed('牌楼社区量二社'), await filed('牌楼社区量三社')]
    for (const id of [expired, ended])
      await township.call(api.issue, { params: { id }, body: { on: '2020-03-01' } })
    await database().transaction((db) =>
      endOrganization(worldContext(db), ended, {
        action: 'organization.end',
        on: '2022-01-01' as Day,
        reason: '解散',
      }),
    )
    const days = ['2021-12-31', '2022-01-01', '2023-02-28', '2023-03-01']
    expect(await heldOn(expired, days)).toEqual([1, 1, 1, 0])
    expect(await heldOn(ended, days)).toEqual([1, 0, 0, 0])
  })
})

describe('An import', () => {
  it('is not taken back once an organization that it brought has a certificate', async () => {
    const name = '端午丙龙舟队'
    const { shortName } = await database().one<{ shortName: string }>(
      sql`select short_name as "shortName" from area where code = ${community}`,
    )
    const rows = [[name, '体育健身', shortName, '', '', '12', '2021-09-01']]
    const { id } = await importAll(county, places.inside, bookOf(rows))
    await database().run(sql`update organization set tier = 'filed' where name = ${name}`)
    const organization = await database().one<{ id: string }>(
      sql`select id from organization where name = ${name}`,
    )
    const issued = await township.call(api.issue, { params: organization, body: { on: worldToday } })
    expect(issued.status).toBe(200)
    const undone = await county.call(importsApi.undo, { params: { id } })
    expect(undone.status).toBe(409)
    expect(undone.body).toMatchObject({ code: 'import.carriedOn' })
    expect((await county.call(importsApi.one, { params: { id } })).body.status).toBe('committed')
  })
})

describe('The rules of a place', () => {
  it('say the number, the validity, who issues and what is printed', async () => {
    const text = `id: local
title: 本地规则集
version: 1
area: { code: "${places.inside}", name: 某县 }
values:
  certificate.number: { value: "太社备〔{year}〕{serial3}号", default: true }
  certificate.validYears: { value: null, default: true }
  certificate.issuer: { value: county, default: true }
  certificate.leader: { value: false, default: true }
`
    await database().transaction((db) => loadRuleSetText(worldContext(db), text, '试行'))
    const organization = await filed('牌楼社区另规社')
    const given = { params: { id: organization }, body: { on: worldToday } }
    const refused = await township.call(api.issue, given)
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ message: '按本地规则，备案证书由县区民政核发。' })
    const many = await township.call(api.issueMany, { body: { ids: [organization], on: worldToday } })
    expect(many.body.results).toMatchObject([{ ok: false, message: '按本地规则，备案证书由县区民政核发。' }])
    const section = await township.call(api.ofOrganization, { params: { id: organization } })
    expect(section.body.whyNotIssue).toBe('按本地规则，备案证书由县区民政核发。')
    const issued = await county.call(api.issue, given)
    expect(issued.body).toMatchObject({
      number: '太社备〔2023〕001号',
      body: '太仓市民政局',
      validUntil: null,
      renewFrom: null,
    })
    const { leader } = await database().one<{ leader: string | null }>(
      sql`select leader from certificate where id = ${issued.body.id}`,
    )
    expect(leader).toBeNull()
  })

  it('are refused where a template for numbers is none', async () => {
    const wrong = `id: local\ntitle: 本地\nversion: 2\narea: { code: "${places.inside}", name: 某县 }
values:\n  certificate.number: { value: "{year}{serial4}", default: true }\n`
    await expect(
      database().transaction((db) => loadRuleSetText(worldContext(db), wrong, '试行')),
    ).rejects.toMatchObject({
      status: 422,
      body: { faults: [{ message: expect.stringContaining('流水号和相邻的数字') }] },
    })
  })
})
