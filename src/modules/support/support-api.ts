// The endpoints of support (培育): platforms and incubation.
import { incubationEndpoints } from './incubations-api.ts'
import { platformEndpoints } from './platforms-api.ts'

export const supportApi = { ...platformEndpoints, ...incubationEndpoints }
