// The pages of charters by their address.
import type { Route } from '../../../ui/route.ts'

export const chartersPages: Record<string, Route> = {}
