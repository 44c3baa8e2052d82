// The pages of projects by their address.
import type { Route } from '../../../ui/route.ts'

export const projectsPages: Record<string, Route> = {}
