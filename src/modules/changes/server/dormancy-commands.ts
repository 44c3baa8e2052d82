// Decides what silence means: the organization rests, or it is active and nobody asks again for a while.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import { addMonths } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import { organizationSubject, restOrganization } from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { DormancyJudgement, DormancyVerdict } from '../dormancy.ts'
import { factsFor } from './change-store.ts'
import { insertJudgement, readJudgements, signsOf } from './dormancy-store.ts'

/** Also where no hint asked for it: a worker may know before the rule does. */
export async function judgeDormancy(
  ctx: Context,
  organization: string,
  { result, reason }: DormancyVerdict,
): Promise<DormancyJudgement> {
  await authorize(ctx, 'change.judgeDormancy', organizationSubject(organization))
  const { status, area } = await factsFor(ctx.db, organization)
  refuseIf(whyNotJudge(status))
  const rules = await rulesFor(ctx.db, area)
  const quietUntil = result === 'active' ? addMonths(ctx.today, rules['changes.quietMonths']) : null
  const signs = await signsOf(ctx.db, organization)
  const id = ctx.newId()
  await insertJudgement(ctx, id, organization, { result, reason, quietUntil, signs })
  if (result === 'dormant')
    await restOrganization(ctx, organization, { action: 'organization.rest', on: ctx.today, reason })
  else
    await record(ctx, {
      action: 'dormancy.active',
      subjectKind: 'organization',
      subject: organization,
      reason,
    })
  const [made] = await readJudgements(ctx.db, organization)
  if (!made) throw new Error('a judgement was not kept')
  return made
}

/** Only of one that is called active. */
function whyNotJudge(status: string): Problem | null {
  if (status === 'active') return null
  return new Problem(409, {
    code: 'dormancy.notActive',
    message: '这个组织现在不是“正常”，不用再判断是否活跃。',
    mend: '请刷新页面；要恢复的，在组织页上点“恢复”。',
  })
}
