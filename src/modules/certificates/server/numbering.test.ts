// Numbers under concurrency, and lifecycles under chance: neither gaps nor doubles, and no state that the table forbids.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext, worldToday } from '../../../../test/world.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { OrganizationDraft } from '../../organizations/organization.ts'
import { enterOrganization } from '../../organizations/server/index.ts'
import type { CertificateState } from '../certificate.ts'
import { type CertificateStep, certificateSteps } from '../certificate-rules.ts'
import { certificatesApi as api } from '../certificates-api.ts'
import { issueCertificate } from './index.ts'

const database = useDatabase()
let township: Client
let community: string
let made = 0

beforeAll(async () => {
  township = await clientOf(await testServer(database()), 'countyOfficer.inside')
  community = (await spotsIn(database(), places.inside)).community
})

const filed = (category: 'culture' | 'sports' = 'culture'): Promise<string> =>
  database().transaction((db) =>
    enterOrganization(
      worldContext(db),
      OrganizationDraft.parse({
        ...{ name: `牌楼社区第${++made}号示例队`, area: community, category, tier: 'filed' },
        ...{ foundedOn: '2015-01-01', filedOn: '2015-01-01' },
      }),
      { action: 'organization.create', on: '2015-01-01' as Day, reason: null, keeper: null },
    ),
  )

const serials = async (series: string): Promise<number[]> => {
  const rows = await database().rows<{ number: string }>(
    sql`select number from certificate where series = ${series} order by number`,
  )
  return rows.map(({ number }) => Number(number.slice(-4)))
}

const takenBack = new Error('taken back')

/** One transaction that issues to some, in this order, and is perhaps taken back. */
const attempt = (organizations: readonly string[], on: Day, fails: boolean): Promise<unknown> =>
  database()
    .transaction(async (db) => {
      const ctx = worldContext(db)
      for (const organization of organizations) await issueCertificate(ctx, { organization, on })
      if (fails) throw takenBack
    })
    .catch((error: unknown) => {
      if (error !== takenBack) throw error
    })

describe('The numbers of a series', () => {
  it('run from 1 without gaps or doubles, however many issue at once and whichever are taken back', async () => {
    const plan = fc.array(fc.record({ size: fc.integer({ min: 1, max: 3 }), fails: fc.boolean() }), {
      minLength: 2,
      maxLength: 9,
    })
    let year = 2015
    await fc.assert(
      fc.asyncProperty(plan, async (attempts) => {
        year += 1
        const on = `${year}-06-01` as Day
        const groups: string[][] = []
        for (const { size } of attempts) {
          const group: string[] = []
          for (let each = 0; each < size; each++) group.push(await filed())
          groups.push(group)
        }
        await Promise.all(attempts.map(({ fails }, at) => attempt(groups[at] ?? [], on, fails)))
        const expected = attempts.reduce((sum, { size, fails }) => sum + (fails ? 0 : size), 0)
        const found = await serials(`${community.slice(0, 9)}-05-${year}-#`)
        expect(found).toEqual(Array.from({ length: expected }, (_, at) => at + 1))
      }),
      { numRuns: 6 },
    )
  })

  it('do not make two issuers of two series wait for each other for ever', async () => {
    const pairs = [
      await filed('culture'),
      await filed('sports'),
      await filed('sports'),
      await filed('culture'),
    ]
    const [a = '', b = '', c = '', d = ''] = pairs
    const body = (ids: string[]) => ({ body: { ids, on: '2015-06-01' } })
    const both = await Promise.all([
      township.call(api.issueMany, body([a, b])),
      township.call(api.issueMany, body([c, d])),
    ])
    expect(both.flatMap(({ body }) => body.results.map(({ ok }) => ok))).toEqual([true, true, true, true])
  })
})

const steps = ['renew', 'reissue', 'cancel'] as const satisfies CertificateStep[]
const states: CertificateState[] = ['valid', 'expired', 'lapsed', 'replaced', 'cancelled']

describe('Any path of steps', () => {
  it('leads only where the table lets it, and never to two certificates that hold', async () => {
    const path = fc.array(fc.record({ step: fc.constantFrom(...steps), at: fc.nat(5) }), { maxLength: 8 })
    const issuedOn = fc.constantFrom('2020-03-01', '2020-09-01', worldToday)
    await fc.assert(
      fc.asyncProperty(issuedOn, path, async (on, taken) => {
        const organization = await filed()
        await township.call(api.issue, { params: { id: organization }, body: { on } })
        for (const { step, at } of taken) {
          const before = await listed(organization)
          const chosen = before[at % before.length]
          if (!chosen) throw new Error('no certificate')
          const reply = await township.call(api[step] as typeof api.cancel, {
            params: { id: chosen.id },
            body: { on: worldToday, reason: '试' },
          })
          const after = await listed(organization)
          const allowed = (certificateSteps[step].from as readonly CertificateState[]).includes(chosen.state)
          const now = after.find(({ id }) => id === chosen.id)?.state
          if (reply.status === 200) {
            expect(allowed).toBe(true)
            expect(now).toBe(certificateSteps[step].to)
          } else {
            expect([409, 422]).toContain(reply.status)
            expect(now).toBe(chosen.state)
            expect(after).toHaveLength(before.length)
          }
          expect(after.filter(({ state }) => state === 'valid' || state === 'expired').length).toBeLessThan(2)
          expect(states).toEqual(expect.arrayContaining(after.map(({ state }) => state)))
        }
      }),
      { numRuns: 25 },
    )
  })
})

const listed = async (id: string) => (await township.call(api.ofOrganization, { params: { id } })).body.items
