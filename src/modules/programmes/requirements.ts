// What a target demands of a record beyond its kind: the quality words of the pack, and the status. Records of the kind
// that do not fulfil them are left out of the figure, and the explanation says how many and why.
import type { Measure } from '../../kernel/measure.ts'
import type { Counted } from './counted.ts'
import { resolveFilter } from './filter.ts'
import { filterWords } from './filter-words.ts'
import { plain } from './number-words.ts'
import type { Filter, Pack } from './pack.ts'
import type { Plan } from './plan.ts'
import type { Where } from './tally.ts'

/** One demand on a record, in words and as a condition. */
export type Requirement = { words: string; where: Where }
/** Records of the kind that is counted, whether or not they fulfil the requirements. */
export type Candidates = { counted: Counted; requirements: readonly Requirement[] }

/** What was counted, each with its requirements taken out; nothing for what is counted without any. */
export function candidatesIn({ pack, catalogue }: Plan, counted: readonly Counted[]): Candidates[] {
  return counted.flatMap((each) => {
    const measure = catalogue[each.facts.measure]
    const found = measure ? split(each.facts.where, requirementsIn(pack, measure)) : null
    if (!found || found.requirements.length === 0) return []
    const facts = { ...each.facts, where: found.rest }
    return [{ counted: { ...each, facts }, requirements: found.requirements }]
  })
}

/** Every requirement that a filter of the pack may hold: each line of each quality word, and each status. */
function requirementsIn(pack: Pack, measure: Measure): Requirement[] {
  const statuses = Object.keys(measure.attributes.status?.choices ?? {}).map((status) => ({ status }))
  return [...pack.terms.map(({ where }) => where), ...statuses]
    .flatMap((filter) => Object.entries(filter))
    .flatMap(([key, value]) => requirementOf({ [key]: value }, measure, pack))
}

function requirementOf(filter: Filter, measure: Measure, pack: Pack): Requirement[] {
  const where = resolveFilter(filter, measure, pack)
  return where ? [{ words: filterWords(filter, measure, pack), where }] : []
}

/** The requirements that a filter holds, each once, and what is left of it without them. */
function split(
  where: Where | null,
  known: readonly Requirement[],
): { requirements: Requirement[]; rest: Where | null } {
  const leaves = leavesOf(where).map((leaf) => JSON.stringify(leaf))
  const held = known.filter(
    (requirement, at) =>
      leavesOf(requirement.where).every((leaf) => leaves.includes(JSON.stringify(leaf))) &&
      known.findIndex((other) => JSON.stringify(other.where) === JSON.stringify(requirement.where)) === at,
  )
  const taken = new Set(
    held.flatMap((requirement) => leavesOf(requirement.where)).map((leaf) => JSON.stringify(leaf)),
  )
  const rest = leavesOf(where).filter((leaf) => !taken.has(JSON.stringify(leaf)))
  return { requirements: held, rest: rest.length === 0 ? null : { all: rest } }
}

const leavesOf = (where: Where | null): Where[] =>
  where === null ? [] : 'all' in where ? where.all.flatMap(leavesOf) : [where]

/** So many records do not fulfil a requirement, of so many nobody knows. */
export type Unfulfilled = { words: string; missing: number; unknown: number }

/** "未计入 15 个：有章程，不符合 12 个、不详 3 个；…". Empty when nothing was left out. */
export function unfulfilledWords(total: number, those: readonly Unfulfilled[], unit: string): string[] {
  if (total === 0) return []
  const each = those
    .filter(({ missing, unknown }) => missing + unknown > 0)
    .map(({ words, missing, unknown }) => `不符合“${words}” ${counts(missing, unknown, unit)}`)
  const several = each.length > 1 ? '（有的不止一条）' : ''
  return [`同类中未计入 ${plain(total)} ${unit}${several}：${each.join('；')}。`]
}

const counts = (missing: number, unknown: number, unit: string): string =>
  [missing > 0 ? `${plain(missing)} ${unit}` : '', unknown > 0 ? `不详 ${plain(unknown)} ${unit}` : '']
    .filter(Boolean)
    .join('、')
