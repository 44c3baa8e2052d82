// The pages of certificates by their address.
import type { Route } from '../../../ui/route.ts'

export const certificatesPages: Record<string, Route> = {}
