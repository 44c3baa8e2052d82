// The endpoints of programmes, each with its handler.
import type { FastifyInstance } from 'fastify'
import { refuseIf } from '../../../kernel/problem.ts'
import { record } from '../../../platform/events.ts'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { authorize } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { whyNotJudgement } from '../judgement-rules.ts'
import { programmesApi } from '../programmes-api.ts'
import { exportFigures } from './export.ts'
import { homeOf } from './home.ts'
import { checkText, listPacks, loadPackText, packSummary } from './pack-commands.ts'
import { placeOf, visibleProgramme } from './place.ts'
import { viewOf } from './programme-page.ts'
import { insertJudgement, listProgrammes, newestPack } from './programme-store.ts'
import { breakdownOf, figuresView, standingAt, summaryOf, targetOf } from './programme-view.ts'
import { recordsOf } from './record-store.ts'
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
    const standing = await standingAt(ctx, sources, place)
    return recordsOf(ctx, sources, place, standing, targetOf(standing, params.target), query)
  },
  judge: async (ctx, { params, body }) => {
    await authorize(ctx, 'programme.judge', areaSubject(body.area))
    const { programme } = await placeOf(ctx, params.id, { area: body.area })
    const pack = parsedPack(programme.text)
    refuseIf(whyNotJudgement(pack, params.target, body.on, ctx.today))
    await insertJudgement(ctx, { programme: params.id, target: params.target, ...body })
    await record(ctx, {
      action: 'programme.judge',
      subjectKind: 'programme',
      subject: params.id,
      area: body.area,
      effectiveOn: body.on,
      reason: body.evidence,
      changes: [{ field: params.target, from: null, to: body.result }],
    })
    return {}
  },
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
