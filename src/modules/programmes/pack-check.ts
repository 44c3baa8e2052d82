// Checks the text of a pack: every fault with line, column, what is wrong and how to mend it. Never throws.
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { type FileFault, type Find, type Finding, placed } from '../../kernel/yaml/finding.ts'
import { mostFaults, readYaml } from '../../kernel/yaml/read-yaml.ts'
import { shapeFaults } from '../../kernel/yaml/shape-faults.ts'
import { Pack } from './pack.ts'
import { checkWhole } from './pack-rules.ts'
import { checkTargets } from './target-rules.ts'

export type PackFault = FileFault

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
        shapeFaults(shaped.error.issues.slice(0, mostFaults), yaml.value, packHelp).slice(0, mostFaults),
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

/** What a missing name of a pack looks like. */
const examples: Readonly<Record<string, string>> = {
  clause: '，写条款，例如 二（一）2',
  quote: '，逐字写原文',
  due: '，例如 2023-12-31',
  among: '，例如 {units: community, settlement: urban}',
  need: '，例如 {atLeast: 10}',
  count: '，例如 organizations',
  id: '，例如 urban-average',
}

const packHelp = { schema: Pack, examples }
