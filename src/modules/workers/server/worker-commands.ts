// Putting social workers on record, moving them, certifying them, and correcting what was wrong.
import { refuseIf } from '../../../kernel/problem.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import type { Db } from '../../../platform/db.ts'
import { type FieldChange, record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { personWithin } from '../../people/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { CertificateDraft, PostDraft, WorkerDraft, WorkerPage } from '../worker.ts'
import { whyNotCertify, whyNotLeave, whyNotMove } from '../worker-rules.ts'
import { ownRoles } from '../workers-policy.ts'
import { noAccount, refuseClash, sameName, whyNotSpan } from './worker-refusals.ts'
import { oneWorker, workerSubject } from './worker-store.ts'
import {
  areaOfOrganization,
  areaOfStation,
  type CertificateRow,
  insertCertificates,
  insertPosts,
  insertWorkers,
  lockWorkers,
  namesakeAt,
  type PostRow,
  replaceWorkers,
  setKeeper,
  settleWorkers,
  type WorkerRow,
} from './worker-writes-store.ts'

export async function seeWorker(ctx: Context, id: string): Promise<WorkerPage> {
  const found = await oneWorker(ctx, id)
  if (!found) throw notFound('社会工作者')
  return found
}

export async function createWorker(ctx: Context, draft: WorkerDraft): Promise<WorkerPage> {
  const area = await placeOf(ctx, draft.post)
  refuseIf(whyNotMove(undefined, draft.post.from, ctx.today))
  if (draft.certificate) refuseIf(whyNotCertify([], draft.certificate, ctx.today))
  if (!draft.another && (await namesakeAt(ctx.db, draft.name, area))) throw sameName(draft.name)
  const id = ctx.newId()
  await insertWorkers(ctx, [{ id, name: draft.name, area, demo: false }])
  await insertPosts(ctx.db, [postRow(ctx, id, { ...draft.post, area })]).catch(refuseClash)
  if (draft.certificate)
    await insertCertificates(ctx.db, [await certificateAt(ctx, { id, area }, draft.certificate)]).catch(
      refuseClash,
    )
  await settleWorkers(ctx.db, [id])
  return told(ctx, id, 'worker.create', { on: draft.post.from })
}

export const renameWorker = (ctx: Context, id: string, { name, reason }: { name: string; reason: string }) =>
  change(ctx, id, 'worker.rename', { reason }, (worker) => ({ ...worker, name }))

/** Ties the account of somebody of the county, who then sees the own record; null unties it. */
export async function setAccount(ctx: Context, id: string, loginName: string | null): Promise<WorkerPage> {
  await authorize(ctx, 'worker.setAccount', workerSubject(id))
  const { post } = await seeWorker(ctx, id)
  const account = loginName === null ? null : await personWithin(ctx.db, loginName, post.area, ownRoles)
  if (loginName !== null && !account) throw noAccount
  await setKeeper(ctx.db, id, account).catch(refuseClash)
  return told(ctx, id, 'worker.setAccount', { changes: [{ field: 'keeper', from: null, to: account }] })
}

export async function moveWorker(ctx: Context, id: string, draft: PostDraft): Promise<WorkerPage> {
  await authorize(ctx, 'worker.keep', workerSubject(id))
  const area = await placeOf(ctx, draft)
  return change(ctx, id, 'worker.move', { on: draft.from }, (worker) =>
    moved(ctx, worker, { ...draft, area }),
  )
}

/** The worker with the next post; the one before ends on that day. Refuses (422) a day that does not fit. */
export function moved(ctx: Context, worker: WorkerRow, draft: PostDraft): WorkerRow {
  const last = worker.posts.at(-1)
  refuseIf(whyNotMove(last, draft.from, ctx.today))
  const before = worker.posts.map((post) =>
    post === last && post.endsOn === null ? { ...post, endsOn: draft.from } : post,
  )
  return { ...worker, posts: [...before, postRow(ctx, worker.id, draft)] }
}

export async function correctPost(
  ctx: Context,
  id: string,
  post: string,
  draft: PostDraft & { until: Day | null; reason: string },
): Promise<WorkerPage> {
  await authorize(ctx, 'worker.keep', workerSubject(id))
  const area = await placeOf(ctx, draft)
  refuseIf(whyNotSpan(draft, ctx.today))
  return change(ctx, id, 'worker.correctPost', { reason: draft.reason }, (worker) => ({
    ...worker,
    posts: worker.posts.map((one) =>
      one.id === post ? { ...postRow(ctx, id, { ...draft, area }), id: post, endsOn: draft.until } : one,
    ),
  }))
}

export const leaveWork = (ctx: Context, id: string, { on, reason }: { on: Day; reason: string }) =>
  change(ctx, id, 'worker.leave', { on, reason }, (worker) => {
    const last = worker.posts.at(-1)
    refuseIf(whyNotLeave(last, on, ctx.today))
    return { ...worker, posts: worker.posts.map((post) => (post === last ? { ...post, endsOn: on } : post)) }
  })

export const certifyWorker = (ctx: Context, id: string, draft: CertificateDraft) =>
  change(ctx, id, 'worker.certify', { on: draft.obtainedOn }, async (worker) => {
    refuseIf(whyNotCertify(worker.certificates, draft, ctx.today))
    return { ...worker, certificates: [...worker.certificates, await certificateAt(ctx, worker, draft)] }
  })

export const correctCertificate = (
  ctx: Context,
  id: string,
  certificate: string,
  { reason, ...draft }: CertificateDraft & { reason: string },
) =>
  change(ctx, id, 'worker.correctCertificate', { reason }, async (worker) => {
    const others = worker.certificates.filter((one) => one.id !== certificate)
    if (others.length === worker.certificates.length) throw notFound('证书')
    refuseIf(whyNotCertify(others, draft, ctx.today))
    return {
      ...worker,
      certificates: [...others, { ...(await certificateAt(ctx, worker, draft)), id: certificate }],
    }
  })

type Told = { on?: Day; reason?: string; changes?: FieldChange[] }

/** One worker, locked, changed and written whole. */
async function change(
  ctx: Context,
  id: string,
  action: string,
  tell: Told,
  make: (worker: WorkerRow) => WorkerRow | Promise<WorkerRow>,
): Promise<WorkerPage> {
  await authorize(ctx, 'worker.keep', workerSubject(id))
  const [worker] = await lockWorkers(ctx.db, [id])
  if (!worker) throw notFound('社会工作者')
  const next = await make(worker)
  await replaceWorkers(ctx.db, [next]).catch(refuseClash)
  const changes = worker.name === next.name ? [] : [{ field: 'name', from: worker.name, to: next.name }]
  return told(ctx, id, action, { ...tell, changes })
}

async function told(ctx: Context, id: string, action: string, tell: Told): Promise<WorkerPage> {
  const page = await seeWorker(ctx, id)
  await record(ctx, {
    ...{ action, subjectKind: 'worker', subject: id, area: page.post.area },
    ...{ effectiveOn: tell.on ?? null, reason: tell.reason ?? null, changes: tell.changes ?? [] },
  })
  return page
}

/** Where a post is, if the person may keep workers there: an organization's or a station's own area goes before what was given. */
async function placeOf(
  ctx: Context,
  { organization, station, area: given, from }: PostDraft,
): Promise<string> {
  const area = organization
    ? await areaOfOrganization(ctx.db, organization)
    : station
      ? await areaOfStation(ctx.db, station, from)
      : given
  if (!area) throw notFound(organization ? '组织' : '社会工作服务站')
  await authorize(ctx, 'worker.keep', areaSubject(area))
  return area
}

export const postRow = (ctx: Context, worker: string, draft: PostDraft): PostRow => ({
  ...{ id: ctx.newId(), worker, site: draft.site, area: draft.area, organization: draft.organization },
  ...{ station: draft.station, stationWords: draft.stationWords },
  ...{ employment: draft.employment, startsOn: draft.from, endsOn: null },
})

/** By the rule of a place: so many days before its end a renewal is work. */
export const renewBeforeAt = async (db: Db, area: string): Promise<number> =>
  (await rulesFor(db, area))['workers.renewBefore']

export const certificateRow = (
  ctx: Context,
  worker: string,
  draft: CertificateDraft,
  renewBefore: number,
): CertificateRow => ({
  ...{ ...draft, id: ctx.newId(), worker },
  renewFrom: draft.validUntil && addDays(draft.validUntil, -renewBefore),
})

const certificateAt = async (
  ctx: Context,
  { id, area }: { id: string; area: string },
  draft: CertificateDraft,
): Promise<CertificateRow> => certificateRow(ctx, id, draft, await renewBeforeAt(ctx.db, area))
