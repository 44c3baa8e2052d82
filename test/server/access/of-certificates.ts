// Calls of every endpoint of certificates, for the access matrix, and the certificate that they are made on.
import type { Day } from '../../../src/kernel/time.ts'
import type { certificatesApi } from '../../../src/modules/certificates/certificates-api.ts'
import { issueCertificate } from '../../../src/modules/certificates/server/index.ts'
import { OrganizationDraft } from '../../../src/modules/organizations/organization.ts'
import { enterOrganization } from '../../../src/modules/organizations/server/index.ts'
import { type Database, sql } from '../../../src/platform/db.ts'
import { worldContext, worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'
import { textOf } from './telling.ts'

const inArea = { lies: (at: Place) => at.area }
const ofCertificate = { kind: 'thing', see: 'certificate.see', kept: true, ...inArea } as const
const ofOrganization = { kind: 'thing', see: 'organization.see', kept: true, ...inArea } as const
const byCertificate = (at: Place) => ({ params: { id: at.certificate } })
const byOrganization = (at: Place) => ({ params: { id: at.organization } })
const byArea = (at: Place) => ({ query: { area: at.area } })
const on = worldToday
/** What the public may know is told to everybody. */
const ofPublic = { kind: 'own', answers: 200, shipped: true } as const

export const certificatesSamples: SamplesOf<typeof certificatesApi> = {
  list: {
    ...{ kind: 'list', kept: true, ...inArea },
    given: byArea,
    found: ({ body }, at) => body.items.some(({ id }) => id === at.certificate),
  },
  count: {
    ...{ kind: 'list', kept: true, ...inArea },
    given: (at) => ({ query: { area: at.area, q: at.mark } }),
    found: ({ body }) => body.value > 0,
  },
  export: {
    ...{ kind: 'list', ...inArea },
    given: byArea,
    found: ({ raw }, at) => textOf(raw).includes(`${at.mark}秧歌队`),
  },
  waiting: {
    ...{ kind: 'list', ...inArea },
    given: byArea,
    found: ({ body }, at) => body.items.some(({ id }) => id === at.organization),
  },
  waitingCount: {
    ...{ kind: 'list', ...inArea },
    given: (at) => ({ query: { ids: [at.organization] } }),
    found: ({ body }) => body.value > 0,
  },
  issueMany: {
    ...{ kind: 'list', ...inArea },
    given: (at) => ({ body: { ids: [at.organization], on } }),
    found: ({ body }) => body.results.some(({ ok }) => ok),
  },
  printMany: {
    kind: 'own',
    answers: 422,
  },
  printable: {
    ...{ kind: 'list', kept: true, ...inArea },
    given: byArea,
    found: ({ body }) => body.value > 0,
  },
  printFound: { kind: 'own', given: () => ({ query: { q: '没有这样的证书' } }), answers: 422 },
  print: { ...ofCertificate, given: byCertificate },
  renew: { ...ofCertificate, given: (at) => ({ ...byCertificate(at), body: { on } }) },
  reissue: { ...ofCertificate, given: (at) => ({ ...byCertificate(at), body: { on, reason: '试' } }) },
  cancel: { ...ofCertificate, given: (at) => ({ ...byCertificate(at), body: { on, reason: '试' } }) },
  ask: { ...ofCertificate, given: byCertificate },
  ofOrganization: { ...ofOrganization, given: byOrganization },
  issue: { ...ofOrganization, given: (at) => ({ ...byOrganization(at), body: { on } }) },
  verify: { ...ofPublic, given: (at) => ({ params: { code: at.certificateCode } }) },
  verifyNumber: { ...ofPublic, given: (at) => ({ query: { number: at.certificateNumber } }) },
}

/** One certificate that is about to expire, of an organization of its own. */
export type PlaceCertificates = { certificate: string; certificateCode: string; certificateNumber: string }

export const noCertificates: PlaceCertificates = {
  certificate: '019893c1-0000-7000-8000-0000000000c1',
  certificateCode: 'nobody-has-this-code',
  certificateNumber: '659999999-05-2020-0001',
}

type Spot = { mark: string; area: string; keptBy: string }

export const addCertificates = (database: Database, spot: Spot): Promise<PlaceCertificates> =>
  database.transaction(async (db) => {
    const ctx = worldContext(db)
    const day = '2020-09-01' as Day
    const organization = await enterOrganization(
      ctx,
      OrganizationDraft.parse({
        ...{ name: `${spot.mark}秧歌队`, area: spot.area, category: 'culture', tier: 'filed' },
        ...{ members: 10, foundedOn: day, filedOn: day },
      }),
      { action: 'organization.create', on: day, reason: null, keeper: spot.keptBy },
    )
    const { id, number } = await issueCertificate(ctx, { organization, on: day })
    const { code } = await db.one<{ code: string }>(sql`select code from certificate where id = ${id}`)
    return { certificate: id, certificateCode: code, certificateNumber: number }
  })
