// The endpoints of programmes, each with its handler.
import type { FastifyInstance } from 'fastify'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { authorize } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { programmesApi } from '../programmes-api.ts'
import { countingTargets } from './counting.ts'
import { exportFigures } from './export.ts'
import { homeOf } from './home.ts'
import { attachPaper, judgeTarget, sendPaper } from './judgement-commands.ts'
import { checkText, listPacks, loadPackText, packSummary } from './pack-commands.ts'
import { placeOf, visibleProgramme } from './place.ts'
import { viewOf } from './programme-page.ts'
import { listProgrammes, newestPack } from './programme-store.ts'
import {
  breakdownOf,
  figuresView,
  standingAt,
  standingOfTarget,
  summaryOf,
  targetOf,
} from './programme-view.ts'
import { recordsOf } from './record-store.ts'
import { ruralUrban, ruralUrbanRecords } from './rural-urban.ts'
import { parsedPack, shippedText } from './shipped-packs.ts'
import { trendsOf } from './trends.ts'

export const mountProgrammes = (app: FastifyInstance, services: Services, sources: MeasureSources): void =>
  mount(app, services, programmesApi, handlersOf(sources))

const handlersOf = (sources: MeasureSources): Handlers<typeof programmesApi> => ({
  home: (ctx, { query }) => homeOf(ctx, sources, query.area),
  list: async (ctx) => {
    const programmes = await listProgrammes(ctx)
    return { items: await Promise.all(programmes.map((programme) => summaryOf(ctx, programme))) }
  },
  counting: async (ctx, { query }) => ({ items: await countingTargets(ctx, sources, query) }),
  one: async (ctx, { params }) => viewOf(ctx, await visibleProgramme(ctx, params.id)),
  figures: async (ctx, { params, query }) => {
    const place = await placeOf(ctx, params.id, query)
    return figuresView(ctx, place, await standingAt(ctx, sources, place))
  },
  trends: async (ctx, { params, query }) => trendsOf(ctx, sources, await placeOf(ctx, params.id, query)),
  export: async (ctx, { params, query }) => exportFigures(ctx, sources, await placeOf(ctx, params.id, query)),
  breakdown: async (ctx, { params, query }) =>
    breakdownOf(ctx, sources, await placeOf(ctx, params.id, query), params.target),
  records: async (ctx, { params, query }) => {
    const place = await placeOf(ctx, params.id, query)
    const standing = await standingOfTarget(ctx, sources, place, params.target)
    return recordsOf(ctx, sources, place, standing, targetOf(standing, params.target), query)
  },
  ruralUrban: async (ctx, { params, query: { measure, ...at } }) =>
    ruralUrban(ctx, sources, await placeOf(ctx, params.id, at), measure),
  ruralUrbanRecords: async (ctx, { params, query }) =>
    ruralUrbanRecords(ctx, sources, await placeOf(ctx, params.id, query), query),
  judge: (ctx, { params, body }) => judgeTarget(ctx, params, body),
  attachPaper: (ctx, { params, upload }) => attachPaper(ctx, params.id, upload),
  paper: (ctx, { params }) => sendPaper(ctx, params.id),
  packs: async (ctx) => ({ items: await listPacks(ctx) }),
  packText: async (ctx, { params }) => {
    const loaded = await newestPack(ctx.db, params.id)
    const text = loaded?.text ?? shippedText(params.id)
    return { text, version: parsedPack(text).version }
  },
  checkPack: (ctx, { body }) => checkText(ctx, body.text),
  loadPack: async (ctx, { body }) => {
    await authorize(ctx, 'pack.load', areaSubject(parsedPack(body.text).area.code))
    const { pack } = await loadPackText(ctx, body.text)
    return packSummary(ctx, pack.id)
  },
})
