// Puts the product together: database, rules, modules, pages; one server process.
import { relative, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import {
  activitiesWork,
  activitySources,
  forgetOldPhones,
  mountActivities,
  participantRows,
} from './modules/activities/server/index.ts'
import { areaSources, mountAreas } from './modules/areas/server/index.ts'
import { censusSources, censusWork, mountCensus } from './modules/census/server/index.ts'
import {
  certificateSources,
  certificateWork,
  mountCertificates,
} from './modules/certificates/server/index.ts'
import { changesWork, closeTies, mountChanges } from './modules/changes/server/index.ts'
import { charterSources, chartersWork, mountCharters } from './modules/charters/server/index.ts'
import { filingWork, mountFiling } from './modules/filing/server/index.ts'
import { honorSources, honorsWork, mountHonors } from './modules/honors/server/index.ts'
import { hubSources, hubsWork, mountHubs } from './modules/hubs/server/index.ts'
import { mountNaming } from './modules/naming/server/index.ts'
import {
  forgetWorkbooks,
  type ImportKinds,
  mountImports,
  mountKeepers,
  mountOrganizations,
  mountTiers,
  organizationRows,
  organizationSources,
  organizationWork,
} from './modules/organizations/server/index.ts'
import { followRules, mountParty, partySources, partyWork } from './modules/party/server/index.ts'
import { daysOff, knowPeople, mountLeaders, mountPeople } from './modules/people/server/index.ts'
import { mountFirstRun, mountProgrammes, programmesWork } from './modules/programmes/server/index.ts'
import { mountProjects, projectSources, projectWork } from './modules/projects/server/index.ts'
import { mountQueues } from './modules/queues/server/index.ts'
import { mountRecords, recordSources, recordsWork } from './modules/records/server/index.ts'
import { mountRules } from './modules/rules/server/index.ts'
import { mountSupport, supportSources, supportWork } from './modules/support/server/index.ts'
import {
  attendanceRows,
  mountTraining,
  trainingSources,
  trainingWork,
} from './modules/training/server/index.ts'
import { mountVenues, venueSources, venuesWork } from './modules/venues/server/index.ts'
import {
  hoursRows,
  mountVolunteers,
  volunteerSources,
  volunteerWork,
} from './modules/volunteers/server/index.ts'
import { mountWorkers, workerRows, workerSources, workersWork } from './modules/workers/server/index.ts'
import { mountYears } from './modules/years/server/index.ts'
import { openApiDocument } from './openapi.ts'
import { type AppOptions, createApp } from './platform/app.ts'
import { type Clock, clockOff } from './platform/context.ts'
import { type DailyTasks, everyDay } from './platform/daily.ts'
import type { Database } from './platform/db.ts'
import { dropOrphanFiles } from './platform/files/index.ts'
import type { Services } from './platform/http.ts'
import type { MeasureSources } from './platform/measure-source.ts'
import { endExpiredSessions } from './platform/sessions.ts'
import type { WorkSources } from './platform/work-source.ts'
import { policy } from './policy.ts'

// What is wrong with an input is said in Chinese, also where a schema has no words of its own.
z.config(z.locales.zhCN())

/** The measures that have a source: what targets can be computed from. */
export const measureSources: MeasureSources = {
  ...areaSources,
  ...organizationSources,
  ...partySources,
  ...censusSources,
  ...certificateSources,
  ...charterSources,
  ...hubSources,
  ...supportSources,
  ...venueSources,
  ...projectSources,
  ...volunteerSources,
  ...recordSources,
  ...honorSources,
  ...activitySources,
  ...trainingSources,
  ...workerSources,
}

/** The work that waits for people, of all modules. */
export const workSources: WorkSources = {
  ...organizationWork,
  ...certificateWork,
  ...partyWork,
  ...chartersWork,
  ...filingWork,
  ...changesWork,
  ...censusWork,
  ...hubsWork,
  ...supportWork,
  ...projectWork,
  ...volunteerWork,
  ...recordsWork,
  ...venuesWork,
  ...honorsWork,
  ...activitiesWork,
  ...trainingWork,
  ...workersWork,
}

/** Work that no table holds: it is counted when it is asked for. */
export const countedWork = programmesWork(measureSources)

/** The rows that can be imported from a workbook. */
export const importKinds: ImportKinds = {
  organizations: organizationRows,
  workers: workerRows,
  attendance: attendanceRows,
  hours: hoursRows,
  participants: participantRows,
}

/** What is tidied up every day without anybody asking. */
const dailyTasks: DailyTasks = {
  endExpiredSessions,
  dropOrphanFiles,
  forgetOldPhones,
  forgetWorkbooks: (db, now) =>
    forgetWorkbooks(
      db,
      now,
      Object.entries(importKinds).flatMap(([name, kind]) => (kind.forgets ? [name] : [])),
    ),
}

export type ServerOptions = AppOptions & {
  /** Folder of the built pages; without it only the API is served. */
  web?: string
  /** Instead of the installation's own. */
  clock?: Clock
  /** Tidies up every day while it listens. */
  daily?: boolean
}

/** A server over a migrated database, not listening yet. */
export async function buildServer(database: Database, options: ServerOptions = {}): Promise<FastifyInstance> {
  const app = await createApp(database, options)
  const known = knowPeople(database)
  const clock = options.clock ?? clockOff(await daysOff(database))
  const services: Services = { database, policy, whoIsAsking: known.whoIsAsking, clock }
  mountPeople(app, services, known)
  mountAreas(app, services)
  mountLeaders(app, services)
  mountOrganizations(app, services, closeTies)
  mountKeepers(app, services)
  mountImports(app, services, importKinds)
  mountTiers(app, services)
  mountRules(app, services, followRules)
  mountNaming(app, services)
  mountCertificates(app, services)
  mountParty(app, services)
  mountCharters(app, services)
  mountFiling(app, services)
  mountHubs(app, services)
  mountChanges(app, services)
  mountCensus(app, services)
  mountQueues(app, services, { relations: workSources, counted: countedWork })
  mountSupport(app, services)
  mountVenues(app, services)
  mountTraining(app, services)
  mountWorkers(app, services)
  mountHonors(app, services)
  mountRecords(app, services)
  mountProjects(app, services)
  mountActivities(app, services)
  mountVolunteers(app, services)
  mountProgrammes(app, services, measureSources)
  mountYears(app, services, measureSources)
  mountFirstRun(app, services)
  app.get('/api/openapi.json', () => openApiDocument())
  app.all('/api/*', (_request, reply) => reply.status(404).send(noEndpoint))
  if (options.daily)
    everyDay(app, {
      ...{ database, clock, tasks: dailyTasks },
      failed: (task, error) => app.log.error({ err: error, task }, 'a daily task failed'),
    })
  if (options.web) await servePages(app, options.web)
  return app
}

const noEndpoint = { code: 'noEndpoint', message: '没有这个接口。', mend: '接口清单见 /api-docs。' }

/** Built pages: hashed files may be kept for ever, the entry page must be asked for anew. */
async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    // Otherwise its own word on keeping would stand in place of ours.
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Within the folder: somebody may have installed all of it under another `assets`.
      const forever = relative(folder, path).startsWith(`assets${sep}`)
      reply.setHeader('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
      // A proxy between must not hand the packed bytes to somebody who did not ask for them.
      reply.setHeader('vary', 'accept-encoding')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/assets/')
    return isPage
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : reply.status(404).send(noEndpoint)
  })
}
