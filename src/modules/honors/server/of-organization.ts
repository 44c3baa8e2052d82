// The titles of one organization, and whether the reader may nominate it: the section on its page.
import type { Context } from '../../../platform/context.ts'
import { authorize } from '../../../platform/policy.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import type { HonorLine } from '../honor.ts'
import { honorsOf, mayNominate, type ProjectChoice, projectsOf } from './honor-store.ts'

export async function honorsOfOrganization(
  ctx: Context,
  id: string,
): Promise<{ items: HonorLine[]; mayNominate: boolean; projects: ProjectChoice[] }> {
  await authorize(ctx, 'honor.see', organizationSubject(id))
  return {
    items: await honorsOf(ctx, id),
    mayNominate: await mayNominate(ctx, id),
    projects: await projectsOf(ctx, id),
  }
}
