// The endpoints of projects (服务项目).
import { z } from 'zod'
import { type EndpointTable, get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'
import { Project, ProjectDraft, ProjectLine, ProjectResult, StatusField, WithoutProject } from './project.ts'

const byId = z.object({ id: IdField })
const Year = z.coerce.number().int().min(1990).max(2100)

/** Filters of the page; they live in its address under the same names. */
export const ProjectFilter = z.object({
  area: AreaCodeField.optional(),
  year: Year.optional(),
  status: oneOrMore(StatusField),
  /** Part of the name of a project or of its organization. */
  q: z.string().trim().max(60).optional(),
})
export type ProjectFilter = z.infer<typeof ProjectFilter>

export const WithoutFilter = z.object({ area: AreaCodeField.optional(), year: Year.optional() })
export type WithoutFilter = z.infer<typeof WithoutFilter>

/** As many as are reminded at once. */
export const mostReminded = 1000

export const projectsApi = {
  list: get('/projects', {
    summary: 'Service projects, those that begin last first',
    needs: 'project.see',
    query: ProjectFilter.extend(pageQuery),
    returns: pageOf(ProjectLine),
  }),
  count: get('/projects/count', {
    summary: 'How many projects a filter matches; stops counting at 10,000',
    needs: 'project.see',
    query: ProjectFilter,
    returns: CappedCount,
  }),
  export: get('/projects/export', {
    summary: 'The filtered projects as a workbook',
    needs: 'project.export',
    query: ProjectFilter,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  without: get('/projects/without', {
    summary: 'Active organizations without a project in a year',
    needs: 'project.see',
    query: WithoutFilter.extend(pageQuery),
    returns: pageOf(WithoutProject),
  }),
  withoutCount: get('/projects/without/count', {
    summary: 'How many active organizations have no project in a year; stops counting at 10,000',
    needs: 'project.see',
    query: WithoutFilter,
    returns: CappedCount,
  }),
  remind: post('/projects/reminders', {
    summary: 'Remind organizations that they have no project this year',
    needs: 'project.remind',
    body: z.object({ ids: z.array(IdField).min(1, '请先勾选组织').max(mostReminded) }),
    returns: z.object({ reminded: z.int() }),
  }),
  one: get('/projects/:id', {
    summary: 'One project, with what happened to it',
    needs: 'project.see',
    params: byId,
    returns: Project,
  }),
  ofOrganization: get('/organizations/:id/projects', {
    summary: 'The projects of one organization, the newest first',
    needs: 'project.see',
    params: byId,
    returns: z.object({
      items: z.array(ProjectLine),
      /** Why none can be planned now; null when one can. */
      whyNotPlan: z.string().nullable(),
      mayPlan: z.boolean(),
    }),
  }),
  plan: post('/organizations/:id/projects', {
    summary: 'Plan a project; `follows` names the one of an earlier year that it repeats',
    needs: 'project.write',
    params: byId,
    body: ProjectDraft.extend({ follows: IdField.nullable().default(null) }),
    returns: Project,
  }),
  edit: put('/projects/:id', {
    summary: 'Change the plan of a project that has not ended',
    needs: 'project.write',
    params: byId,
    /** The version that was read. */
    body: ProjectDraft.extend({ version: z.int() }),
    returns: Project,
  }),
  begin: post('/projects/:id/beginning', {
    summary: 'The project has begun',
    needs: 'project.write',
    params: byId,
    body: z.object({ on: DayField }),
    returns: Project,
  }),
  finish: post('/projects/:id/results', {
    summary: 'The project is finished: result, people reached, cost',
    needs: 'project.write',
    params: byId,
    body: ProjectResult,
    returns: Project,
  }),
  correct: put('/projects/:id/results', {
    summary: 'Correct what was recorded at the end, with the reason',
    needs: 'project.write',
    params: byId,
    body: ProjectResult.extend({ reason: words(200) }),
    returns: Project,
  }),
  stop: post('/projects/:id/stopping', {
    summary: 'The project comes to nothing',
    needs: 'project.write',
    params: byId,
    body: z.object({ on: DayField, reason: words(200) }),
    returns: Project,
  }),
} as const satisfies EndpointTable
