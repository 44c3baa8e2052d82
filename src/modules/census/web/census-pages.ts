// The pages of census by their address.
import type { Route } from '../../../ui/route.ts'

export const censusPages: Record<string, Route> = {}
