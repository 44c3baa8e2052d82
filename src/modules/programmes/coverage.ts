// Whether every target of a pack has where its figure comes from: the measures with their modules, or a person's judgement.
import { measuresByModule } from './measures.ts'
import type { Pack } from './pack.ts'
import { measuresOf } from './plan.ts'

export type TargetCoverage = {
  target: string
  title: string
  clause: string
  /** Judged by a person, with evidence; then nothing is counted. */
  qualitative: boolean
  /** What is counted: the measure, the module that brings it, whether it has a source. */
  sources: { measure: string; module: string; live: boolean }[]
  covered: boolean
}

/** `live`: the names of the measures that have a source. */
export const coverageOf = (pack: Pack, live: ReadonlySet<string>): TargetCoverage[] =>
  pack.targets.map((target) => {
    const { id, title, clause } = target
    const measures = target.judge === 'person' ? [] : measuresOf(target)
    const sources = measures.map((measure) => ({
      measure,
      module: moduleOf(measure),
      live: live.has(measure),
    }))
    const qualitative = target.judge === 'person'
    return { target: id, title, clause, qualitative, sources, covered: sources.every((each) => each.live) }
  })

const moduleOf = (measure: string): string =>
  Object.entries(measuresByModule).find(([, measures]) => Object.hasOwn(measures, measure))?.[0] ?? '?'
