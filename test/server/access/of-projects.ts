// Calls of every endpoint of projects, for the access matrix, and the projects that they are made on.
import { OrganizationDraft } from '../../../src/modules/organizations/organization.ts'
import { enterOrganization } from '../../../src/modules/organizations/server/index.ts'
import type { projectsApi } from '../../../src/modules/projects/projects-api.ts'
import { type Database, type Db, sql } from '../../../src/platform/db.ts'
import { worldContext, worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'
import { textOf } from './telling.ts'

const inArea = { lies: (at: Place) => at.area }
const ofProject = { kind: 'thing', see: 'project.see', kept: true, ...inArea } as const
const ofOrganization = { kind: 'thing', see: 'organization.see', kept: true, ...inArea } as const
const byProject = (at: Place) => ({ params: { id: at.project } })
const byRunning = (at: Place) => ({ params: { id: at.projectRunning } })
const byFinished = (at: Place) => ({ params: { id: at.projectFinished } })
const byOrganization = (at: Place) => ({ params: { id: at.organization } })
const byArea = (at: Place) => ({ query: { area: at.area, limit: 200 } })
const on = worldToday
const draft = { title: '试办', need: '有人要', startsOn: on }
const result = { on, result: '办成了' }

export const projectsSamples: SamplesOf<typeof projectsApi> = {
  list: {
    ...{ kind: 'list', kept: true, ...inArea },
    given: byArea,
    found: ({ body }, at) => body.items.some(({ id }) => id === at.project),
  },
  count: {
    ...{ kind: 'list', kept: true, ...inArea },
    given: (at) => ({ query: { area: at.area, q: at.mark } }),
    found: ({ body }) => body.value > 0,
  },
  export: {
    ...{ kind: 'list', ...inArea },
    given: (at) => ({ query: { area: at.area } }),
    found: ({ raw }, at) => textOf(raw).includes(`${at.mark}项目`),
  },
  without: {
    ...{ kind: 'list', kept: true, ...inArea },
    given: byArea,
    found: ({ body }, at) => body.items.some(({ id }) => id === at.projectless),
  },
  withoutCount: {
    ...{ kind: 'list', kept: true, ...inArea },
    given: (at) => ({ query: { area: at.area } }),
    found: ({ body }) => body.value > 0,
  },
  remind: {
    ...{ kind: 'list', ...inArea },
    given: (at) => ({ body: { ids: [at.projectless] } }),
    found: ({ body }) => body.reminded === 1,
  },
  one: { ...ofProject, given: byProject },
  ofOrganization: { ...ofOrganization, given: byOrganization },
  plan: { ...ofOrganization, given: (at) => ({ ...byOrganization(at), body: draft }) },
  edit: { ...ofProject, given: (at) => ({ ...byProject(at), body: { version: 1, ...draft } }) },
  begin: { ...ofProject, given: (at) => ({ ...byProject(at), body: { on } }) },
  finish: { ...ofProject, given: (at) => ({ ...byRunning(at), body: result }) },
  correct: { ...ofProject, given: (at) => ({ ...byFinished(at), body: { ...result, reason: '试' } }) },
  stop: { ...ofProject, given: (at) => ({ ...byProject(at), body: { on, reason: '试' } }) },
}

/** Of an organization of its own: one project that is planned, one that runs, one that is finished; and one without. */
export type PlaceProjects = {
  project: string
  projectRunning: string
  projectFinished: string
  projectless: string
}

export const noProjects: PlaceProjects = {
  project: '019893c1-0000-7000-8000-000000000131',
  projectRunning: '019893c1-0000-7000-8000-000000000132',
  projectFinished: '019893c1-0000-7000-8000-000000000133',
  projectless: '019893c1-0000-7000-8000-000000000134',
}

type Bare = Pick<Place, 'mark' | 'area' | 'keptBy'>

export const addProjects = (database: Database, at: Bare): Promise<PlaceProjects> =>
  database.transaction(async (db) => {
    const organization = await enter(db, at, '办事队')
    return {
      project: await add(db, at, organization, 'planned'),
      projectRunning: await add(db, at, organization, 'running'),
      projectFinished: await add(db, at, organization, 'finished'),
      projectless: await enter(db, at, '闲着队'),
    }
  })

function enter(db: Db, { mark, area, keptBy }: Bare, name: string): Promise<string> {
  const draft = OrganizationDraft.parse({ name: mark + name, area, category: 'service', tier: 'filed' })
  const act = { action: 'organization.create', on: worldToday, reason: null, keeper: keptBy }
  return enterOrganization(worldContext(db), draft, act)
}

async function add(db: Db, { mark }: Bare, organization: string, status: string): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into project (id, organization, area, province, city, county, township, community, title, need, starts_on, ends_on,
      status, result, on_behalf, recorded_at)
    select gen_random_uuid(), o.id, o.area, o.province, o.city, o.county, o.township, o.community, ${`${mark}项目`}, ${`${mark}事`},
      ${worldToday}, case when ${status} = 'finished' then ${worldToday}::date end, ${status},
      case when ${status} = 'finished' then ${`${mark}记`} end, false, now()
    from organization o where o.id = ${organization} returning id`)
  return id
}
