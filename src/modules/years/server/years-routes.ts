// The endpoints of an organization's years, each with its handler.
import type { FastifyInstance } from 'fastify'
import { mount, type Services } from '../../../platform/http.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { yearsApi } from '../years-api.ts'
import { yearDocument } from './year-document.ts'
import { factsPage, yearSheet } from './years.ts'

/** So many facts of each measure stand on the page; all of them are a press away. */
const shownOnPage = 6

export const mountYears = (app: FastifyInstance, services: Services, sources: MeasureSources): void =>
  mount(app, services, yearsApi, {
    sheet: (ctx, { params }) => yearSheet(ctx, sources, params, shownOnPage),
    document: (ctx, { params }) => yearDocument(ctx, sources, params),
    facts: (ctx, { params, query }) => factsPage(ctx, sources, params.id, query),
  })
