// Certificates of service: issued for confirmed hours, cancelled, verified by everybody.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { answerPublicly, paperNumber, unguessable } from '../../../platform/public-answer.ts'
import { maskName } from '../../organizations/masking.ts'
import type { CertificateLine, PublicServiceCertificate } from '../volunteer.ts'
import {
  cancel,
  certificateSubject,
  insertCertificate,
  minutesOf,
  oneCertificate,
  publicByCode,
} from './certificate-store.ts'
import { memberSubject, oneMember } from './member-store.ts'

/** States what a volunteer did for the organization between two days. Free of charge, as often as wanted. */
export async function certify(
  ctx: Context,
  member: string,
  { from, until }: { from: Day; until: Day },
): Promise<CertificateLine> {
  await authorize(ctx, 'service.certify', memberSubject(member))
  const found = await oneMember(ctx, member)
  if (!found) throw notFound('志愿者')
  refuseIf(until < from ? turnedAround : null)
  const stating = { volunteer: found.volunteer, organization: found.organization, from, until }
  const minutes = await minutesOf(ctx.db, stating)
  refuseIf(minutes === 0 ? nothingToState : null)
  const made = {
    ...stating,
    id: ctx.newId(),
    number: paperNumber('ZY', ctx.today),
    code: unguessable(),
    minutes,
  }
  await insertCertificate(ctx, made)
  await tell(ctx, 'certify', made.id, found.area, null)
  return oneCertificate(ctx.db, made.id)
}

export async function cancelCertificate(
  ctx: Context,
  id: string,
  { reason }: { reason: string },
): Promise<CertificateLine> {
  await authorize(ctx, 'service.certify', certificateSubject(id))
  refuseIf((await cancel(ctx, id, reason)) === 1 ? null : cancelledAlready)
  await tell(ctx, 'cancelCertificate', id, null, reason)
  return oneCertificate(ctx.db, id)
}

export const verifyService = async (ctx: Context, code: string): Promise<PublicServiceCertificate> => {
  const found = await answerPublicly(() => publicByCode(ctx.db, code), unknownCode)
  return { ...found, name: maskName(found.name) }
}

const tell = (ctx: Context, name: string, subject: string, area: string | null, reason: string | null) =>
  record(ctx, { action: `service.${name}`, subjectKind: 'serviceCertificate', subject, area, reason })

const problem = (status: 404 | 409 | 422, code: string, message: string, mend: string, at?: string) =>
  new Problem(status, {
    ...{ code: `service.${code}`, message, mend },
    ...(at ? { faults: [{ at, message }] } : {}),
  })

const turnedAround = problem(422, 'turnedAround', '结束日期早于开始日期。', '请核对日期。', 'until')
const nothingToState = problem(
  422,
  'nothingToState',
  '这段时间里没有已确认的服务记录。',
  '请先确认时长，或换一段时间。',
  'from',
)
const cancelledAlready = problem(409, 'cancelledAlready', '这张证明已经作废。', '请刷新页面看它现在的状态。')
const unknownCode = problem(
  404,
  'unknownCode',
  '没有这个二维码对应的志愿服务证明。',
  '请确认扫的是证明上的二维码；仍查不到的，请向证明上写的单位核实。',
)
