// The pages of venues by their address.
import type { Route } from '../../../ui/route.ts'

export const venuesPages: Record<string, Route> = {}
