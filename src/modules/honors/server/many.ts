// Many titles decided together: each by the same command as one alone, with its own result.
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { type HonorInFull, honorStates } from '../honor.ts'
import type { Award } from '../honor-drafts.ts'
import { awardHonor, passReview } from './decisions.ts'
import { oneHonor } from './honor-store.ts'

type Result = { id: string; name: string; ok: boolean; message: string }

export const passMany = (ctx: Context, ids: readonly string[]): Promise<Result[]> =>
  each(ctx, ids, (id) => passReview(ctx, id))

export const awardMany = (ctx: Context, ids: readonly string[], award: Award): Promise<Result[]> =>
  each(ctx, ids, (id) => awardHonor(ctx, id, award))

/** A rule is asked before anything is written: one that is refused leaves the others as they are. */
async function each(
  ctx: Context,
  ids: readonly string[],
  decide: (id: string) => Promise<HonorInFull>,
): Promise<Result[]> {
  const results: Result[] = []
  for (const id of new Set(ids)) results.push(await resultOf(ctx, id, decide))
  return results
}

async function resultOf(
  ctx: Context,
  id: string,
  decide: (id: string) => Promise<HonorInFull>,
): Promise<Result> {
  try {
    const { name, state } = await decide(id)
    return { id, name, ok: true, message: honorStates[state] }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const name = (await oneHonor(ctx, id))?.name ?? ''
    return { id, name, ok: false, message: error.body.message }
  }
}
