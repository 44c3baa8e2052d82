// The addresses under which the pages of support show their faces.
import { sql } from '../../src/platform/db.ts'
import { addSupport } from '../server/access/of-support.ts'
import type { Product } from './product.ts'

/** An incubator with an organization in it, one that asked, and a subsidy to be paid. */
export async function supportFaces(product: Product, area: string): Promise<Record<string, string[]>> {
  const { id: keptBy } = await product
    .database()
    .one<{ id: string }>(sql`select id from person where login_name = 'organizationLeader.inside'`)
  const { id: organization } = await product
    .database()
    .one<{ id: string }>(sql`select id from organization where community = ${area} order by id desc limit 1`)
  const spot = { mark: '端午', area, keptBy, organization }
  const { platform, incubationApplied, incubationEntered } = await addSupport(product.database(), spot)
  return {
    '/support': ['/support', '/support?view=list', '/support?by=community&kind=incubator&without=true'],
    '/support/:id': [`/support/${platform}`],
    '/incubation': ['/incubation', '/incubation?status=refused'],
    '/incubation/:id': [`/incubation/${incubationEntered}`, `/incubation/${incubationApplied}`],
    '/incubation/subsidies': ['/incubation/subsidies', '/incubation/subsidies?state=paid'],
  }
}
