// The pages of training by their address.
import type { Route } from '../../../ui/route.ts'

export const trainingPages: Record<string, Route> = {}
