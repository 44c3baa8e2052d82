// The pages of volunteers by their address.
import type { Route } from '../../../ui/route.ts'

export const volunteersPages: Record<string, Route> = {}
