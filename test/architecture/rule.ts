// What a rule of architecture is: it names its faults, and it carries examples that prove that it can.
import { parseSource, type Source } from './source.ts'

export type Rule = {
  /** Completes "every file …" or stands alone as a sentence. */
  title: string
  /** One line a fault, beginning with the path. */
  faults: (sources: readonly Source[]) => string[]
  /** Small projects, each of which the rule must refuse: path → text. */
  bad: readonly Readonly<Record<string, string>>[]
  /** One that it must not refuse. */
  good: Readonly<Record<string, string>>
}

/** A rule's faults from a look at one file at a time. */
export function eachFile(faultsOf: (source: Source) => readonly string[]): Rule['faults'] {
  return (sources) => sources.flatMap((source) => faultsOf(source).map((fault) => `${source.path}: ${fault}`))
}

/** The files of an example. */
export const example = (files: Readonly<Record<string, string>>): Source[] =>
  Object.entries(files).map(([path, text]) => parseSource(path, text))

export const isTest = (path: string): boolean => /\.(test|e2e)\.tsx?$/.test(path) || path.startsWith('test/')
