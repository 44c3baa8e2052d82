// Checks the text of a pack: every fault with line, column, what is wrong and how to mend it. Never throws.
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import type { Path } from './filter.ts'
import type { Find, Finding, Severity } from './finding.ts'
import { Pack } from './pack.ts'
import { checkWhole } from './pack-rules.ts'
import { mostFaults, type ReadYaml, readYaml } from './pack-yaml.ts'
import { shapeFaults } from './shape-faults.ts'
import { checkTargets } from './target-rules.ts'

export type PackFault = {
  severity: Severity
  file: string
  line: number
  column: number
  /** Path in the pack, `targets[3].need.atLeast`. */
  at: string
  /** What is wrong, in Chinese. */
  message: string
  /** How to mend it, in Chinese. */
  mend: string
}

export type CheckedPack = {
  /** Present when no fault is an error. */
  pack?: Pack
  /** In the order of the file. */
  faults: PackFault[]
}

/**
 * Reads, shapes and checks a pack against the measures that may be counted. `text` may be anything at all; a pack
 * that comes back can be planned without further questions.
 */
export function checkPack(text: string, file: string, catalogue: MeasureCatalogue): CheckedPack {
  const yaml = readYaml(text)
  if (yaml.faults.length > 0)
    return { faults: yaml.faults.map((fault) => ({ severity: 'error', file, at: '', ...fault })) }
  const shaped = Pack.safeParse(yaml.value)
  if (!shaped.success)
    return {
      faults: placed(
        shapeFaults(shaped.error.issues.slice(0, mostFaults), yaml.value).slice(0, mostFaults),
        yaml,
        file,
      ),
    }
  const faults = placed(findingsIn(shaped.data, catalogue), yaml, file)
  return faults.some(({ severity }) => severity === 'error') ? { faults } : { pack: shaped.data, faults }
}

function findingsIn(pack: Pack, catalogue: MeasureCatalogue): Finding[] {
  const findings: Finding[] = []
  const find: Find = (finding) => findings.push(finding)
  checkWhole(pack, catalogue, find)
  checkTargets(pack, catalogue, find)
  return findings
}

function placed(findings: readonly Finding[], { positionOf }: ReadYaml, file: string): PackFault[] {
  const faults = findings.map(({ path, message, mend, severity = 'error', key = false }) => ({
    severity,
    file,
    ...positionOf(path, key),
    at: pathWords(path),
    message,
    mend,
  }))
  return faults.sort((a, b) => a.line - b.line || a.column - b.column)
}

/** `targets[3].need.atLeast` */
const pathWords = (path: Path): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at === 0 ? '' : '.'}${step}`)).join('')
