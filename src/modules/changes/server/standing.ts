// Everything that an organization's page shows about change and leaving, in one answer.
import { limitText } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { authorize } from '../../../platform/policy.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { Standing } from '../standing.ts'
import { shownRequests } from './change-commands.ts'
import { factsFor, mayAmong } from './change-store.ts'
import { readJudgements, signsOf, silentSince } from './dormancy-store.ts'
import { readAdmonitions, readExits } from './exit-store.ts'
import { readReorganizations } from './reorganization-store.ts'

/** As people speak of those who decide. */
const deskLevels = {
  community: '社区（村）',
  township: '街道（乡镇）',
  county: '县（市、区）',
  city: '市',
} as const

const actions = [
  'change.request',
  'change.reorganize',
  'change.judgeDormancy',
  'change.admonish',
  'exit.request',
  'exit.remove',
] as const

export async function standingOf(ctx: Context, organization: string): Promise<Standing> {
  await authorize(ctx, 'change.see', organizationSubject(organization))
  const { area, tier } = await factsFor(ctx.db, organization)
  const rules = await rulesFor(ctx.db, area)
  const of = { organization }
  return {
    requests: await shownRequests(ctx, of),
    exits: await readExits(ctx, of),
    reorganizations: await readReorganizations(ctx, of),
    judgements: await readJudgements(ctx.db, organization),
    admonitions: await readAdmonitions(ctx.db, of),
    signs: await signsOf(ctx.db, organization),
    silentSince: await silentSince(ctx.db, organization, rules['changes.dormantAfterMonths'], ctx.today),
    rules: {
      decidedAt: deskLevels[rules['changes.decidedAt'][tier]],
      dormantAfterMonths: rules['changes.dormantAfterMonths'],
      quietMonths: rules['changes.quietMonths'],
      endVote: rules['changes.endVote'],
      liquidation: rules['changes.liquidation'][tier].map(({ within, ...step }) => ({
        ...step,
        within: within && limitText(within),
      })),
      hearing: limitText(rules['changes.hearing']),
    },
    may: await mayAmong(ctx, actions, organization),
  }
}
