// Papers that an organization has on record already: nobody hands them in a second time.
import type { Context } from '../../../platform/context.ts'
import { charterInForce } from '../../charters/server/index.ts'
import type { ApplicationRow } from './filing-store.ts'

/** By material: what is there, in words. Only an organization of the register has any. */
export async function knownPapers(
  ctx: Context,
  { kind, organization }: ApplicationRow,
): Promise<ReadonlyMap<string, string>> {
  const charter =
    kind === 'upgrade' && organization ? await charterInForce(ctx.db, organization, ctx.today) : null
  return new Map(charter ? [['charter', `已有 ${charter.inForceOn} 起施行的章程`]] : [])
}
