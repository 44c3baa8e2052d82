// The pages of records by their address.
import type { Route } from '../../../ui/route.ts'

export const recordsPages: Record<string, Route> = {}
