// The pages of changes by their address.
import type { Route } from '../../../ui/route.ts'

export const changesPages: Record<string, Route> = {}
