// What hangs on an organization in the modules below, and ends with it.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { endCertificateOf } from '../../certificates/server/index.ts'
import { laterPapers } from './ties-store.ts'

/** Cancels certificates; what was given out after the day stands in the way of ending on that day. */
export async function closeTies(
  ctx: Context,
  ids: readonly string[],
  on: Day,
  reason: string,
): Promise<void> {
  refuseIf(whyNotBefore(await laterPapers(ctx.db, ids, on), on))
  for (const id of ids) await endCertificateOf(ctx, id, { on, reason })
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
