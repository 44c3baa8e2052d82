// The addresses under which service projects show their faces: planned, running, finished, and the forms.
import { sql } from '../../src/platform/db.ts'
import { addProjects } from '../server/access/of-projects.ts'
import type { Product } from './product.ts'

/** Kept by the leader of the world, in the community where leader and worker are posted. */
type Spot = { mark: string; area: string; keptBy: string }

export async function serviceFaces(product: Product, spot: Spot): Promise<Record<string, string[]>> {
  const { project, projectRunning, projectFinished } = await addProjects(product.database(), spot)
  const { organization } = await product
    .database()
    .one<{ organization: string }>(sql`select organization from project where id = ${project}`)
  const form = `/organizations/${organization}/projects/new`
  return {
    '/projects': ['/projects', '/projects?none=true', '/projects?status=stopped'],
    '/projects/:id': [project, projectRunning, projectFinished].map((id) => `/projects/${id}`),
    '/projects/:id/edit': [`/projects/${project}/edit`],
    '/projects/:id/result': [`/projects/${projectRunning}/result`, `/projects/${projectFinished}/result`],
    '/organizations/:id/projects/new': [form, `${form}?like=${projectFinished}`],
  }
}
