// The pages of naming by their address.
import type { Route } from '../../../ui/route.ts'

export const namingPages: Record<string, Route> = {}
