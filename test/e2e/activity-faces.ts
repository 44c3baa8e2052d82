// The addresses under which activities show their faces: calendar, counts, major events, forms, and the public page.
import { addActivities } from '../server/access/of-activities.ts'
import type { Product } from './product.ts'

type Spot = { mark: string; area: string; organization: string }

export async function activityFaces(product: Product, spot: Spot): Promise<Record<string, string[]>> {
  const made = await addActivities(product.database(), spot)
  return {
    '/activities': ['', '?view=week&day=2023-09-10', '?view=counts', '?view=major'].map(
      (rest) => `/activities${rest}`,
    ),
    '/activities/new': [`/activities/new?organization=${spot.organization}`],
    '/activities/:id': [
      ...[made.activity, made.activityHeld, made.activityReported, made.activityMajor],
      ...[`${made.activityBegun}?do=hold`, `${made.activityMajor}?do=report`],
    ].map((rest) => `/activities/${rest}`),
    '/activities/:id/edit': [`/activities/${made.activityPlan}/edit`],
    '/join/:code': [`/join/${made.activityCode}`],
  }
}
