// The pages of venues: one with a request that waits, one accepted and one to record.
import { sql } from '../../src/platform/db.ts'
import { addVenues } from '../server/access/of-venues.ts'
import type { Product } from './product.ts'

export async function venueFaces(product: Product, area: string): Promise<Record<string, string[]>> {
  const { id: keptBy } = await product
    .database()
    .one<{ id: string }>(sql`select id from person where login_name = 'organizationLeader.inside'`)
  const { venue } = await addVenues(product.database(), { mark: '端午', area, keptBy })
  return {
    '/venues': ['/venues', '/venues?q=nothingOfThisName'],
    '/venues/new': ['/venues/new'],
    '/venues/:id': [`/venues/${venue}?day=2023-08-29`, `/venues/${venue}?view=unrecorded`],
    '/venues/:id/edit': [`/venues/${venue}/edit`],
  }
}
