// Serves the endpoints of changes.
import type { FastifyInstance } from 'fastify'
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { authorize } from '../../../platform/policy.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { changesApi } from '../changes-api.ts'
import { admonish, settle } from './admonition-commands.ts'
import { annul } from './annulment.ts'
import {
  decideChange,
  requestChange,
  resubmitChange,
  shownRequest,
  withdrawChange,
} from './change-commands.ts'
import { moveTargets } from './change-store.ts'
import { judgeDormancy } from './dormancy-commands.ts'
import { addEvidence, dropEvidence, readEvidence } from './evidence.ts'
import {
  answerExit,
  decideExit,
  decideRemoval,
  openRemoval,
  requestExit,
  tickExitStep,
  withdrawExit,
} from './exit-commands.ts'
import { type ListedLine, listChanges } from './list-store.ts'
import { merge, split } from './reorganization-commands.ts'
import { standingOf } from './standing.ts'

export const mountChanges = (app: FastifyInstance, services: Services): void =>
  mount(app, services, changesApi, handlers)

const handlers: Handlers<typeof changesApi> = {
  list: async (ctx, { query }) => {
    const { area, state, limit } = query
    const lines = await listChanges(ctx, { area, state, limit, after: afterOf(query.after) })
    const last = lines.length === limit ? lines.at(-1) : undefined
    return { items: lines.map(({ key: _, ...line }) => line), next: last ? afterToken(last) : null }
  },
  standing: (ctx, { params }) => standingOf(ctx, params.id),
  moveTargets: async (ctx, { params, query }) => ({ items: await targetsFor(ctx, params.id, query.q) }),
  request: (ctx, { params, body }) => requestChange(ctx, params.id, body),
  one: (ctx, { params }) => shownRequest(ctx, params.id),
  resubmit: (ctx, { params, body }) => resubmitChange(ctx, params.id, body.change),
  withdraw: (ctx, { params, body }) => withdrawChange(ctx, params.id, body.reason),
  decide: (ctx, { params, body }) => decideChange(ctx, params.id, body),
  merge: (ctx, { params, body }) => merge(ctx, params.id, body),
  split: (ctx, { params, body }) => split(ctx, params.id, body),
  annul: (ctx, { params, body }) => annul(ctx, params.id, body.reason),
  judgeDormancy: (ctx, { params, body }) => judgeDormancy(ctx, params.id, body),
  admonish: (ctx, { params, body }) => admonish(ctx, params.id, body),
  settleAdmonition: (ctx, { params, body }) => settle(ctx, params.id, body),
  requestExit: (ctx, { params, body }) => requestExit(ctx, params.id, body),
  tickExitStep: (ctx, { params, body }) => tickExitStep(ctx, params.id, params.step, body),
  addEvidence: (ctx, { params, upload }) => addEvidence(ctx, params.id, params.step, upload),
  dropEvidence: (ctx, { params }) => dropEvidence(ctx, params.id, params.file),
  evidence: (ctx, { params }) => readEvidence(ctx, params.id, params.file),
  withdrawExit: (ctx, { params, body }) => withdrawExit(ctx, params.id, body.reason),
  answerExit: (ctx, { params, body }) => answerExit(ctx, params.id, body.said),
  decideExit: (ctx, { params, body }) => decideExit(ctx, params.id, body),
  openRemoval: (ctx, { params, body }) => openRemoval(ctx, params.id, body),
  decideRemoval: (ctx, { params, body }) => decideRemoval(ctx, params.id, body),
}

async function targetsFor(ctx: Context, organization: string, q: string) {
  await authorize(ctx, 'change.request', organizationSubject(organization))
  return moveTargets(ctx.db, organization, q)
}

const afterToken = ({ key, id }: ListedLine): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url')

function afterOf(token: string | undefined): readonly [string, string] | null {
  if (!token) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as [unknown, unknown]
    if (typeof key === 'string' && !Number.isNaN(Date.parse(key)) && /^[0-9a-f-]{36}$/.test(String(id)))
      return [key, String(id)]
  } catch {
    // Falls through to the refusal below.
  }
  throw noSuchPlace
}

const noSuchPlace = new Problem(400, {
  code: 'page.malformed',
  message: '翻页位置不对。',
  mend: '请回到列表的第一页。',
})
