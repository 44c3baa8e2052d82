// Serves the endpoints of training.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { yearOf } from '../../../kernel/time.ts'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { isDayKey, pageAfter, pageToken } from '../../../platform/page-place.ts'
import { authorize } from '../../../platform/policy.ts'
import { publicAddress } from '../../../platform/public-address.ts'
import { askedPerMinute } from '../../../platform/public-answer.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import type { checkInApi } from '../check-in-api.ts'
import { trainingApi } from '../training-api.ts'
import { arrive, showDoor } from './arrival-commands.ts'
import { attendanceOf, recordAttendance, sayApart } from './attendance-commands.ts'
import { printOrganization, printPerson, verifyPaper } from './attendance-paper.ts'
import { closeCheckIn, openCheckIn, showCheckIn } from './check-in-commands.ts'
import { printSheet } from './check-in-sheet.ts'
import { decline, enrol, invite, recall, withdraw } from './enrolment-commands.ts'
import { countLacking, listLacking, trainingsOf } from './lacking-store.ts'
import { planOf, setPlan } from './plan-commands.ts'
import { sumsOf } from './plan-store.ts'
import {
  addMaterial,
  announce,
  cancel,
  dropMaterial,
  edit,
  sendMaterial,
  viewOf,
} from './training-commands.ts'
import { exportAttendance, exportTrainings } from './training-export.ts'
import { conditionOf, listTrainings } from './training-store.ts'

/** A list stops counting here. */
const countCap = 10_000

/** A full hall scans behind one address; nobody guesses 128 random bits at this pace. */
const scannedPerMinute = 600

export const mountTraining = (app: FastifyInstance, services: Services): void =>
  mount(
    app,
    services,
    trainingApi,
    { ...lists, ...acts, ...doors, ...papersOf(services) },
    { door: scannedPerMinute, arrive: scannedPerMinute, verify: askedPerMinute },
  )

type Of = Handlers<typeof trainingApi>

const lists: Pick<
  Of,
  'list' | 'sums' | 'lacking' | 'lackingCount' | 'plan' | 'one' | 'attendance' | 'ofOrganization'
> = {
  list: async (ctx, { query }) => {
    const after = pageAfter(query.after, isDayKey)
    const items = await listTrainings(ctx, await conditionOf(ctx.db, query), after, query.limit)
    const rows = items.map(({ id, heldOn }) => ({ id, key: heldOn }))
    return { items, next: pageToken(rows, query.limit) }
  },
  sums: async (ctx, { query }) => ({ items: await sumsOf(ctx, query) }),
  lacking: async (ctx, { query }) => {
    const items = await listLacking(ctx, query, pageAfter(query.after), query.limit)
    return { items, next: pageToken(items, query.limit) }
  },
  lackingCount: async (ctx, { query }) => {
    const counted = await countLacking(ctx, query, countCap)
    return { value: Math.min(counted, countCap), capped: counted > countCap }
  },
  plan: (ctx, { query }) => planOf(ctx, query),
  one: (ctx, { params }) => viewOf(ctx, params.id),
  attendance: (ctx, { params }) => attendanceOf(ctx, params.id),
  ofOrganization: async (ctx, { params }) => {
    const subject = { ...organizationSubject(params.id), see: 'training.ofOrganization' }
    await authorize(ctx, 'training.ofOrganization', subject)
    return trainingsOf(ctx, params.id, yearOf(ctx.today))
  },
}

const acts: Omit<Of, keyof typeof lists | keyof typeof checkInApi | keyof ReturnType<typeof papersOf>> = {
  setPlan: (ctx, { body: { lines, ...asking } }) => setPlan(ctx, asking, lines),
  create: (ctx, { body }) => announce(ctx, body),
  edit: (ctx, { params, body }) => edit(ctx, params.id, body),
  cancel: (ctx, { params, body }) => cancel(ctx, params.id, body.reason),
  addMaterial: (ctx, { params, upload }) => addMaterial(ctx, params.id, upload),
  material: (ctx, { params }) => sendMaterial(ctx, params.id, params.file),
  dropMaterial: (ctx, { params }) => dropMaterial(ctx, params.id, params.file),
  record: (ctx, { params, body }) => recordAttendance(ctx, params.id, body),
  sayApart: (ctx, { params, body }) => sayApart(ctx, params.id, body),
  invite: (ctx, { params, body }) => invite(ctx, params.id, body),
  enrol: (ctx, { params, body }) => enrol(ctx, params.id, body),
  decline: (ctx, { params, body }) => decline(ctx, params.id, body.reason),
  withdraw: (ctx, { params }) => withdraw(ctx, params.id),
  recall: (ctx, { params, body }) => recall(ctx, params.id, body.reason),
}

const doors: Handlers<typeof checkInApi> = {
  checkIn: (ctx, { params, request }) => showCheckIn(ctx, params.id, publicAddress(request)),
  openCheckIn: (ctx, { params, body, request }) =>
    openCheckIn(ctx, params.id, body.former, publicAddress(request)),
  closeCheckIn: (ctx, { params, request }) => closeCheckIn(ctx, params.id, publicAddress(request)),
  checkInSheet: (ctx, { params, request }) => printSheet(ctx, params.id, publicAddress(request)),
  door: (ctx, { params }) => showDoor(ctx, params.code),
  arrive: (ctx, { params, body }) => arrive(ctx, params.code, body),
}

const papersOf = ({
  database,
}: Services): Pick<
  Of,
  'organizationCertificate' | 'certificate' | 'verify' | 'export' | 'exportAttendance'
> => ({
  organizationCertificate: (ctx, { params, request }) =>
    printOrganization({ database, ctx, address: verifying(request) }, params.id, params.organization),
  certificate: (ctx, { params, request }) =>
    printPerson({ database, ctx, address: verifying(request) }, params.id),
  verify: (ctx, { params }) => verifyPaper(ctx, params.code),
  export: (ctx, { query }) => exportTrainings(ctx, database, query),
  exportAttendance: (ctx, { params }) => exportAttendance(ctx, database, params.id),
})

const verifying = (request: FastifyRequest): string => `${publicAddress(request)}/verify-training/`
