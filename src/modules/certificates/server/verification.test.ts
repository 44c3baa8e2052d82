// What everybody may ask about a certificate: nothing can be guessed, nothing more is told than may be public.
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext, worldToday } from '../../../../test/world.ts'
import { Problem } from '../../../kernel/problem.ts'
import { sql } from '../../../platform/db.ts'
import { publicAddress } from '../../../platform/public-address.ts'
import { answerPublicly, askedPerMinute } from '../../../platform/public-answer.ts'
import { OrganizationDraft } from '../../organizations/organization.ts'
import { enterOrganization } from '../../organizations/server/index.ts'
import { certificatesApi as api } from '../certificates-api.ts'
import { endCertificateOf, issueCertificate } from './index.ts'

const database = useDatabase()
let anybody: Client
let certificate: { id: string; organization: string; number: string; code: string }

beforeAll(async () => {
  anybody = await clientOf(await testServer(database()))
  const { community } = await spotsIn(database(), places.inside)
  certificate = await database().transaction(async (db) => {
    const ctx = worldContext(db)
    const draft = { name: '牌楼社区公开灯谜社', area: community, category: 'culture', tier: 'filed' }
    const organization = await enterOrganization(
      ctx,
      OrganizationDraft.parse({ ...draft, leader: '不公开的人', phone: '13800001111', filedOn: worldToday }),
      { action: 'organization.create', on: worldToday, reason: null, keeper: null },
    )
    const { id, number } = await issueCertificate(ctx, { organization, on: worldToday })
    const { code } = await db.one<{ code: string }>(sql`select code from certificate where id = ${id}`)
    return { id, organization, number, code }
  })
})

const byNumber = (number: string) => anybody.call(api.verifyNumber, { query: { number } })

describe('A certificate is verified', () => {
  it('by its number in full, however it was typed, and by nothing less', async () => {
    const { number } = certificate
    const wide = [...number].map((one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0)).join(' ')
    for (const typed of [number, ` ${number} `, wide, number.replaceAll('-', '—')])
      expect((await byNumber(typed)).body.number).toBe(number)
    for (const part of [
      number.slice(0, -1),
      number.slice(4),
      number.replace('0001', '1'),
      '%',
      `${number}0`,
    ]) {
      const reply = await byNumber(part)
      expect(reply.status).toBe(404)
      expect(reply.body).toMatchObject({ code: 'certificate.unknownNumber', message: '没有这个编号的证书。' })
    }
    expect((await byNumber('')).status).toBe(400)
  })

  it('without telling who leads it, its phone number, its id or its code', async () => {
    const { raw } = await anybody.call(api.verify, { params: { code: certificate.code } })
    const text = raw.toString('utf8')
    for (const secret of [
      '不公开的人',
      '1380000',
      certificate.id,
      certificate.organization,
      certificate.code,
    ])
      expect(text).not.toContain(secret)
    expect(text).toContain(certificate.number)
  })

  it('not by a code that somebody made up', async () => {
    const other = `${certificate.code.slice(0, -1)}${certificate.code.endsWith('A') ? 'Q' : 'A'}`
    for (const code of [other, certificate.code.toUpperCase(), 'x', "' or true --"]) {
      const reply = await anybody.call(api.verify, { params: { code } })
      expect(reply.body).toMatchObject({ code: 'certificate.unknownCode' })
    }
  })

  it('with the same patience whether there is one or not', async () => {
    const none = new Problem(404, { code: 'none', message: '没有' })
    const begun = Date.now()
    const answers: string[] = []
    await Promise.all([
      answerPublicly(async () => 'found', none, 40).then(() =>
        answers.push(`found ${Date.now() - begun >= 39}`),
      ),
      answerPublicly(async () => null, none, 40).catch(() =>
        answers.push(`none ${Date.now() - begun >= 39}`),
      ),
    ])
    expect(answers.sort()).toEqual(['found true', 'none true'])
  })

  it('by everybody, but not without end', async () => {
    const asking = await clientOf(await testServer(database()))
    const statuses: number[] = []
    for (let asked = 0; asked < askedPerMinute + 2; asked += 10) {
      const some = Array.from({ length: 10 }, () =>
        asking.call(api.verify, { params: { code: certificate.code } }),
      )
      statuses.push(...(await Promise.all(some)).map(({ status }) => status))
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(askedPerMinute)
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
    const refused = await asking.call(api.verify, { params: { code: certificate.code } })
    expect(refused.body).toMatchObject({ message: '操作太频繁了。', mend: '请等一分钟再试。' })
  })

  it('as cancelled once another module ended it with its organization', async () => {
    const ended = await database().transaction((db) =>
      endCertificateOf(worldContext(db), certificate.organization, { on: worldToday, reason: '组织合并' }),
    )
    expect(ended).toBe(certificate.number)
    expect((await byNumber(certificate.number)).body).toMatchObject({
      state: 'cancelled',
      endedOn: worldToday,
    })
    const again = await database().transaction((db) =>
      endCertificateOf(worldContext(db), certificate.organization, { on: worldToday, reason: '再次' }),
    )
    expect(again).toBeNull()
  })
})

describe('The public address', () => {
  it('is the one that is set, or else the one under which the page was opened', () => {
    const request = { protocol: 'https', host: '10.1.2.3:8080' } as const
    expect(publicAddress(request)).toBe('https://10.1.2.3:8080')
    vi.stubEnv('JUSHA_PUBLIC_URL', ' https://jusha.example.org/ ')
    expect(publicAddress(request)).toBe('https://jusha.example.org')
    vi.unstubAllEnvs()
  })
})
