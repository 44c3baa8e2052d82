// The pages of support by their address.
import type { Route } from '../../../ui/route.ts'

export const supportPages: Record<string, Route> = {}
