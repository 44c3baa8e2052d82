// The pages of activities by their address.
import type { Route } from '../../../ui/route.ts'

export const activitiesPages: Record<string, Route> = {}
