// Serves the endpoints of certificates.
import type { FastifyInstance } from 'fastify'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { authorize } from '../../../platform/policy.ts'
import { publicAddress } from '../../../platform/public-address.ts'
import { askedPerMinute } from '../../../platform/public-answer.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { certificatesApi } from '../certificates-api.ts'
import {
  askRenewal,
  cancelCertificate,
  reissueCertificate,
  renewCertificate,
} from './certificate-commands.ts'
import { exportCertificates } from './certificate-export.ts'
import {
  afterOf,
  afterToken,
  conditionOf,
  printableCondition,
  waitingCondition,
} from './certificate-filter-store.ts'
import { countPrintable, printCertificate, printCertificates, printFound } from './certificate-print.ts'
import { verifyCode, verifyNumber } from './certificate-public.ts'
import { countCertificates, listCertificates, oneCertificate } from './certificate-store.ts'
import { issueCertificate, issueMany } from './issue-commands.ts'
import { certificatesOfOrganization } from './of-organization.ts'
import { countWaiting, listWaiting } from './waiting-store.ts'

/** A list stops counting here. */
const countCap = 10_000

export const mountCertificates = (app: FastifyInstance, services: Services): void =>
  mount(app, services, certificatesApi, handlersOf(services), {
    verify: askedPerMinute,
    verifyNumber: askedPerMinute,
  })

const capped = (counted: number) => ({ value: Math.min(counted, countCap), capped: counted > countCap })

const handlersOf = ({ database }: Services): Handlers<typeof certificatesApi> => ({
  list: async (ctx, { query }) => {
    const items = await listCertificates(ctx, {
      action: 'certificate.see',
      condition: await conditionOf(ctx, query),
      after: afterOf(query.after),
      limit: query.limit,
    })
    const last = items.length === query.limit ? items.at(-1) : undefined
    return { items, next: last ? afterToken(last.issuedOn, last.id) : null }
  },
  count: async (ctx, { query }) =>
    capped(await countCertificates(ctx, await conditionOf(ctx, query), countCap)),
  export: (ctx, { query }) => exportCertificates(ctx, database, query),
  waiting: async (ctx, { query }) => {
    const condition = await waitingCondition(ctx, query)
    const items = await listWaiting(ctx, condition, afterOf(query.after), query.limit)
    const last = items.length === query.limit ? items.at(-1) : undefined
    return { items, next: last ? afterToken(last.key, last.id) : null }
  },
  waitingCount: async (ctx, { query }) =>
    capped(await countWaiting(ctx, await waitingCondition(ctx, query), countCap)),
  issueMany: async (ctx, { body }) => ({ results: await issueMany(ctx, body.ids, body.on) }),
  printMany: (ctx, { query, request }) =>
    printCertificates(ctx, { database, ids: query.ids ?? [], address: verifyAddress(request) }),
  printable: async (ctx, { query }) => countPrintable(ctx, await printableCondition(ctx, query)),
  printFound: (ctx, { query, request }) =>
    printFound(ctx, query, { database, address: verifyAddress(request) }),
  print: (ctx, { params, request }) =>
    printCertificate(ctx, params.id, { database, address: verifyAddress(request) }),
  renew: (ctx, { params, body }) => renewCertificate(ctx, params.id, body),
  reissue: (ctx, { params, body }) => reissueCertificate(ctx, params.id, body),
  cancel: (ctx, { params, body }) => cancelCertificate(ctx, params.id, body),
  ask: (ctx, { params }) => askRenewal(ctx, params.id),
  ofOrganization: async (ctx, { params }) => {
    await authorize(ctx, 'certificate.see', organizationSubject(params.id))
    return certificatesOfOrganization(ctx, params.id)
  },
  issue: async (ctx, { params, body }) => {
    const { id } = await issueCertificate(ctx, { organization: params.id, on: body.on })
    const certificate = await oneCertificate(ctx, id)
    if (!certificate) throw new Error(`the certificate ${id} is not to be seen by its issuer`)
    return certificate
  },
  verify: (ctx, { params }) => verifyCode(ctx, params.code),
  verifyNumber: (ctx, { query }) => verifyNumber(ctx, query.number),
})

const verifyAddress = (request: Parameters<typeof publicAddress>[0]): string =>
  `${publicAddress(request)}/verify/`
