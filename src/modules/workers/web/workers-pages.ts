// The pages of workers by their address.
import type { Route } from '../../../ui/route.ts'

export const workersPages: Record<string, Route> = {}
