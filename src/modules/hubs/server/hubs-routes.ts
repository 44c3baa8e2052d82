// Serves the endpoints of hubs.
import type { FastifyInstance } from 'fastify'
import { Problem } from '../../../kernel/problem.ts'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { hubsApi } from '../hubs-api.ts'
import {
  changeServices,
  decide,
  endTie,
  hubChoices,
  mark,
  propose,
  showHubs,
  tie,
  withdraw,
} from './hub-commands.ts'
import { offeredAt } from './offered.ts'
import { exportTownships } from './township-export.ts'
import { listTownships, sumTownships, townshipsOf } from './township-store.ts'

export const mountHubs = (app: FastifyInstance, services: Services): void =>
  mount(app, services, hubsApi, handlersOf(services))

const handlersOf = ({ database }: Services): Handlers<typeof hubsApi> => ({
  townships: async (ctx, { query }) => {
    const condition = await townshipsOf(ctx, 'hub.survey', query)
    const found = await listTownships(ctx, condition, { after: afterOf(query.after), limit: query.limit })
    const last = found.length === query.limit ? found.at(-1) : undefined
    return { items: found, next: last ? `${last.rank}-${last.code}` : null }
  },
  sums: async (ctx, { query }) => {
    const sums = await sumTownships(ctx, await townshipsOf(ctx, 'hub.survey', query))
    return { ...sums, offered: await offeredAt(ctx, query.area) }
  },
  export: (ctx, { query }) => exportTownships(ctx, database, query),
  ofOrganization: (ctx, { params }) => showHubs(ctx, params.id),
  choices: async (ctx, { params }) => ({ items: await hubChoices(ctx, params.id) }),
  tie: (ctx, { params, body }) => tie(ctx, params.id, body),
  propose: (ctx, { params, body }) => propose(ctx, params.id, body),
  decide: (ctx, { params, body }) => decide(ctx, params.id, body),
  withdraw: (ctx, { params }) => withdraw(ctx, params.id),
  changeServices: (ctx, { params, body }) => changeServices(ctx, params.id, body),
  end: (ctx, { params, body }) => endTie(ctx, params.id, body),
  mark: (ctx, { params, body }) => mark(ctx, params.id, body),
})

function afterOf(token: string | undefined): readonly [number, string] | null {
  if (token === undefined) return null
  const [, rank, code] = /^([01])-(\d{12})$/.exec(token) ?? []
  if (rank && code) return [Number(rank), code]
  throw new Problem(400, { code: 'page.malformed', message: '翻页位置不对。', mend: '请回到列表的第一页。' })
}
