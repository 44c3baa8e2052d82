// What hangs on an organization in the modules below, and ends with it.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { endCertificateOf } from '../../certificates/server/index.ts'
import { endHubTies } from '../../hubs/server/index.ts'
import { leaveParty } from '../../party/server/index.ts'
import { arrangedAmong, laterPapers } from './ties-store.ts'

/**
 * Cancels certificates, ends party arrangements and ties of hubs; what began after the day stands in the way of ending on
 * that day.
 */
export async function closeTies(
  ctx: Context,
  ids: readonly string[],
  on: Day,
  reason: string,
): Promise<void> {
  refuseIf(whyNotBefore(await laterPapers(ctx.db, ids, on), on))
  const arranged = await arrangedAmong(ctx.db, ids)
  if (arranged.length > 0) await leaveParty(ctx, arranged, on, reason).catch(explainLater(on))
  for (const id of ids) {
    await endCertificateOf(ctx, id, { on, reason }).catch(explainLater(on))
    await endHubTies(ctx, id, on).catch(explainLater(on))
  }
}

function whyNotBefore(later: { name: string; issuedOn: Day } | null, on: Day): Problem | null {
  if (!later) return null
  return new Problem(422, {
    code: 'exit.beforeCertificate',
    message: `“${later.name}”的备案证书是 ${later.issuedOn} 颁发的，不能在 ${on} 就退出。`,
    mend: '请核对日期；证书发错了的，先注销那张证书。',
    faults: [{ at: 'on', message: `不能早于 ${later.issuedOn}` }],
  })
}

/** The tables refuse an ending before its beginning; a person is told which kind of thing it was. */
const explainLater =
  (on: Day) =>
  (error: unknown): never => {
    const table = brokenConstraint(error)
    if (table === null) throw error
    throw new Problem(422, {
      code: 'exit.beforeTies',
      message: `${on} 以后还记有它的${table.startsWith('party') ? '党组织安排' : '枢纽联系或证书'}，不能在那一天就退出。`,
      mend: '请核对日期，或者先更正那些记录。',
      faults: [{ at: 'on', message: '早于它的其他记录' }],
    })
  }
