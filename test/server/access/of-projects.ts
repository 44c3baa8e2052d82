// Calls of every endpoint of projects, for the access matrix.
import type { projectsApi } from '../../../src/modules/projects/projects-api.ts'
import type { SamplesOf } from './samples.ts'

export const projectsSamples: SamplesOf<typeof projectsApi> = {}
