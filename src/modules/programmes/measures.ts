// Every measure that a programme may count: those that have a source, and those that are awaited.
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { activityMeasures } from '../activities/measures.ts'
import { areaMeasures } from '../areas/measures.ts'
import { censusMeasures } from '../census/measures.ts'
import { certificateMeasures } from '../certificates/measures.ts'
import { charterMeasures } from '../charters/measures.ts'
import { honorMeasures } from '../honors/measures.ts'
import { hubMeasures } from '../hubs/measures.ts'
import { organizationMeasures } from '../organizations/measures.ts'
import { partyMeasures } from '../party/measures.ts'
import { projectMeasures } from '../projects/measures.ts'
import { recordMeasures } from '../records/measures.ts'
import { supportMeasures } from '../support/measures.ts'
import { trainingMeasures } from '../training/measures.ts'
import { venueMeasures } from '../venues/measures.ts'
import { volunteerMeasures } from '../volunteers/measures.ts'
import { workerMeasures } from '../workers/measures.ts'
import { awaitedMeasures } from './awaited-measures.ts'

/** The measures by the module that brings them. */
export const measuresByModule = {
  programmes: awaitedMeasures,
  areas: areaMeasures,
  organizations: organizationMeasures,
  certificates: certificateMeasures,
  census: censusMeasures,
  party: partyMeasures,
  charters: charterMeasures,
  hubs: hubMeasures,
  support: supportMeasures,
  venues: venueMeasures,
  training: trainingMeasures,
  workers: workerMeasures,
  honors: honorMeasures,
  records: recordMeasures,
  projects: projectMeasures,
  activities: activityMeasures,
  volunteers: volunteerMeasures,
} as const satisfies Record<string, MeasureCatalogue>

/** What a pack may count. Which of it has a source is not said here: the server knows. */
export const programmeMeasures: MeasureCatalogue = Object.assign({}, ...Object.values(measuresByModule))
