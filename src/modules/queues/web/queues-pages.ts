// The pages of queues by their address.
import type { Route } from '../../../ui/route.ts'

export const queuesPages: Record<string, Route> = {}
