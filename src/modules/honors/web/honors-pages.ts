// The pages of honors by their address.
import type { Route } from '../../../ui/route.ts'

export const honorsPages: Record<string, Route> = {}
