// The pages of party by their address.
import type { Route } from '../../../ui/route.ts'

export const partyPages: Record<string, Route> = {}
