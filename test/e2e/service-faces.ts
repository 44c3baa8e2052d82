// The addresses under which service projects and volunteer service show their faces: full, empty, half done, and the forms.
import { sql } from '../../src/platform/db.ts'
import { addProjects } from '../server/access/of-projects.ts'
import { addVolunteers } from '../server/access/of-volunteers.ts'
import type { Product } from './product.ts'

/** Kept by the leader of the world, in the community where leader and worker are posted. */
type Spot = { mark: string; area: string; keptBy: string }

export async function serviceFaces(product: Product, spot: Spot): Promise<Record<string, string[]>> {
  const { project, projectRunning, projectFinished } = await addProjects(product.database(), spot)
  const { organization } = await product
    .database()
    .one<{ organization: string }>(sql`select organization from project where id = ${project}`)
  const made = await addVolunteers(product.database(), spot)
  const form = `/organizations/${organization}/projects/new`
  return {
    '/projects': ['/projects', '/projects?none=true', '/projects?status=stopped'],
    '/projects/:id': [project, projectRunning, projectFinished].map((id) => `/projects/${id}`),
    '/projects/:id/edit': [`/projects/${project}/edit`],
    '/projects/:id/result': [`/projects/${projectRunning}/result`, `/projects/${projectFinished}/result`],
    '/volunteer-teams': ['/volunteer-teams', '/volunteer-teams?ended=true'],
    '/volunteer-teams/:id': [`/volunteer-teams/${made.team}`],
    '/team-members/:id': [`/team-members/${made.teamMember}`],
    '/service': ['/service?status=waiting', '/service?status=refused'],
    '/my-service': ['/my-service'],
    '/verify-service/:code': [`/verify-service/${made.serviceCode}`],
    '/organizations/:id/projects/new': [form, `${form}?like=${projectFinished}`],
  }
}
