// At which trainings a social worker was, for those who may see the record and for the person.
import type { Context } from '../../../platform/context.ts'
import type { Sql } from '../../../platform/db.ts'
import { isDayKey, pageAfter, pageToken } from '../../../platform/page-place.ts'
import { authorize } from '../../../platform/policy.ts'
import type { WorkerTrainings } from '../worker.ts'
import { isOneself, workerSubject } from './worker-store.ts'
import { isWorker, listAttended, trainingSums } from './worker-trainings-store.ts'

type Paging = { after?: string | undefined; limit: number }

export async function trainingsOfWorker(ctx: Context, id: string, paging: Paging): Promise<WorkerTrainings> {
  await authorize(ctx, 'worker.see', workerSubject(id))
  return page(ctx, isWorker(id), paging)
}

/** Nothing where no record is tied to the account. */
export const ownTrainings = (ctx: Context, paging: Paging): Promise<WorkerTrainings> =>
  page(ctx, isOneself(ctx), paging)

async function page(ctx: Context, who: Sql, { after, limit }: Paging): Promise<WorkerTrainings> {
  const rows = await listAttended(ctx, who, { after: pageAfter(after, isDayKey), limit })
  return {
    items: rows.map(({ view }) => view),
    next: pageToken(rows, limit),
    ...(await trainingSums(ctx, who)),
  }
}
