// Ties leaders' accounts to their organizations.
import type { FastifyInstance } from 'fastify'
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { mount, type Services } from '../../../platform/http.ts'
import { authorize } from '../../../platform/policy.ts'
import { isLeaderAt } from '../../people/server/index.ts'
import { keepersApi } from '../keepers-api.ts'
import { keeperOf, writeKeeper } from './enrolment-store.ts'
import { organizationSubject } from './organization-store.ts'

export const mountKeepers = (app: FastifyInstance, services: Services): void =>
  mount(app, services, keepersApi, {
    one: async (ctx, { params }) => {
      await authorize(ctx, 'organization.setKeeper', organizationSubject(params.id))
      return { keeper: (await keeperOf(ctx.db, params.id)).keeper }
    },
    set: (ctx, { params, body }) => tieKeeper(ctx, params.id, body.person),
  })

async function tieKeeper(ctx: Context, id: string, person: string | null) {
  await authorize(ctx, 'organization.setKeeper', organizationSubject(id))
  const before = await keeperOf(ctx.db, id)
  if (person !== null && !(await isLeaderAt(ctx.db, person, before.area))) throw noLeader
  await writeKeeper(ctx.db, id, person)
  await record(ctx, {
    action: 'organization.setKeeper',
    subjectKind: 'organization',
    subject: id,
    area: before.area,
  })
  return { keeper: (await keeperOf(ctx.db, id)).keeper }
}

const noLeader = new Problem(422, {
  code: 'organization.noLeader',
  message: '这个账号不是这里的组织负责人。',
  mend: '请先为负责人开一个账号，再选他。',
  faults: [{ at: 'person', message: '不是这里的组织负责人' }],
})
