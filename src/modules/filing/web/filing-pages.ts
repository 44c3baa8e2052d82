// The pages of filing by their address.
import type { Route } from '../../../ui/route.ts'

export const filingPages: Record<string, Route> = {}
