// What a row changes of a worker who is on record: a certificate gained or renewed, another post.
import type { Context } from '../../../platform/context.ts'
import { certifiedGrades, employments, type PostDraft, sites } from '../worker.ts'
import { workerLabels } from '../worker-columns.ts'
import { postRow } from './worker-commands.ts'
import type { CertificateRow, PostRow, WorkerRow } from './worker-writes-store.ts'

export function nextOf(
  ctx: Context,
  worker: WorkerRow,
  draft: PostDraft,
  certificate: CertificateRow | null,
): WorkerRow {
  return {
    ...worker,
    posts: nextPosts(ctx, worker, draft),
    certificates: certificate ? nextCertificates(ctx, worker, certificate) : worker.certificates,
  }
}

/** Another place or employment begins a post and ends the one before. */
function nextPosts(ctx: Context, { id, posts }: WorkerRow, draft: PostDraft): PostRow[] {
  const last = posts.at(-1)
  if (last && last.endsOn === null && isSame(last, draft)) return posts
  const ended = posts.map((post) =>
    post === last && post.endsOn === null ? { ...post, endsOn: draft.from } : post,
  )
  return [...ended, postRow(ctx, id, draft)]
}

const isSame = (post: PostRow, draft: PostDraft): boolean =>
  post.area === draft.area &&
  post.organization === draft.organization &&
  post.employment === draft.employment &&
  isSameStation(post, draft)

/** A row that names no station says nothing about it. */
const isSameStation = (post: PostRow, { station, stationWords }: PostDraft): boolean =>
  (station ?? stationWords) === null || (post.station === station && post.stationWords === stationWords)

/** What the row does not say stays. */
function nextCertificates(
  ctx: Context,
  { id, certificates }: WorkerRow,
  said: CertificateRow,
): CertificateRow[] {
  const held = certificates.find(({ grade }) => grade === said.grade)
  if (!held) return [...certificates, { ...said, id: ctx.newId(), worker: id }]
  const renewed = said.validUntil !== null && said.validUntil !== held.validUntil
  const next = {
    ...held,
    number: said.number ?? held.number,
    ...(renewed && { validUntil: said.validUntil, renewFrom: said.renewFrom }),
  }
  return certificates.map((one) => (one === held ? next : one))
}

type Change = { field: string; label: string; from: string; to: string }

/** Field by field, in words. */
export function changesIn(before: WorkerRow, after: WorkerRow): Change[] {
  const [last, next] = [before.posts.at(-1), after.posts.at(-1)]
  const posts = last && next && last.id !== next.id ? [postChange(last, next)] : []
  return [...posts, ...after.certificates.flatMap((certificate) => certificateChange(before, certificate))]
}

const postChange = (from: PostRow, to: PostRow): Change => ({
  ...{ field: 'from', label: '任职', from: postWords(from), to: `${postWords(to)}（${to.startsOn} 起）` },
})

const postWords = ({ site, employment, endsOn }: PostRow): string =>
  `${sites[site]}${employments[employment]}${endsOn ? `（${endsOn} 离开）` : ''}`

function certificateChange({ certificates }: WorkerRow, after: CertificateRow): Change[] {
  const before = certificates.find(({ grade }) => grade === after.grade)
  if (!before)
    return [{ field: 'grade', label: workerLabels.grade, from: '', to: certifiedGrades[after.grade] }]
  return (['number', 'validUntil'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      ...{ field, label: workerLabels[field], from: before[field] ?? '', to: after[field] ?? '' },
    }))
}
