// Every measure that a programme may count: those that have a source, and those that are awaited.
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { censusMeasures } from '../census/measures.ts'
import { certificateMeasures } from '../certificates/measures.ts'
import { hubMeasures } from '../hubs/measures.ts'
import { organizationMeasures } from '../organizations/measures.ts'
import { partyMeasures } from '../party/measures.ts'
import { honors, support, talent } from './awaited-support.ts'
import { oversight, programme, work } from './awaited-work.ts'

/**
 * Measures that packs may name before a module brings their facts. A later module replaces its entry with its own;
 * until then the targets that count it are *not collected*: neither zero nor hidden.
 */
export const awaitedMeasures = {
  ...support,
  ...talent,
  ...honors,
  ...work,
  ...oversight,
  ...programme,
} as const satisfies MeasureCatalogue

/** What a pack may count. Which of it has a source is not said here: the server knows. */
export const programmeMeasures: MeasureCatalogue = {
  ...awaitedMeasures,
  ...organizationMeasures,
  ...certificateMeasures,
  ...censusMeasures,
  ...partyMeasures,
  ...hubMeasures,
}
