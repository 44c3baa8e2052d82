// Where a programme stands in an area on a day: every screen, export and command takes its figures from here.
import { LRUCache } from 'lru-cache'
import type { Day } from '../../../kernel/time.ts'
import type { Db } from '../../../platform/db.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import type { AreaCode, SettlementSource } from '../../areas/area.ts'
import { within } from '../../areas/server/index.ts'
import type { Verdict } from '../figure.ts'
import { judge, type Standing } from '../judge.ts'
import { programmeMeasures } from '../measures.ts'
import type { Target } from '../pack.ts'
import { type Plan, plan } from '../plan.ts'
import { type AreaTree, treeOf } from '../tree.ts'
import { type JudgementRow, judgementsOn } from './judgement-store.ts'
import { areasVersion, areaUnits, codesAbove, type ProgrammeRow } from './programme-store.ts'
import { parsedPack } from './shipped-packs.ts'
import { countTallies, type Scope } from './tally-store.ts'

/** The measures that have a source in this installation. */
export const liveOf = (sources: MeasureSources): ReadonlySet<string> => new Set(Object.keys(sources))

export function planOf(
  programme: Pick<ProgrammeRow, 'text'>,
  asOf: Day,
  sources: MeasureSources,
  only: Chosen = () => true,
): Plan {
  const pack = parsedPack(programme.text)
  const chosen = { ...pack, targets: pack.targets.filter(only) }
  return plan(chosen, { asOf, catalogue: programmeMeasures, live: liveOf(sources) })
}

/** Which targets are counted, where not all of them are asked for. */
export type Chosen = (target: Target) => boolean

/** Counts and judges every target, or the chosen ones, for an area and all below it. */
export async function standingOf(
  db: Db,
  sources: MeasureSources,
  programme: ProgrammeRow,
  scope: Scope,
  asOf: Day,
  only?: Chosen,
): Promise<Standing> {
  const planned = planOf(programme, asOf, sources, only)
  const [tree, counts, judgements] = await Promise.all([
    treeAt(db, scope, planned.pack.settlement),
    countTallies(db, sources, planned.tallies, scope),
    judgementsOn(db, programme.id, within(scope.area, scope.level, 'a'), asOf),
  ])
  return judge(planned, tree, counts, verdictsOf(judgements))
}

const mostTrees = 40
/** By database, then by area, version and order of sources: a page asks for the same tree several times. */
const trees = new WeakMap<Db, LRUCache<string, Promise<AreaTree>>>()

async function treeAt(db: Db, scope: Scope, sources: readonly SettlementSource[]): Promise<AreaTree> {
  const known = trees.get(db) ?? new LRUCache<string, Promise<AreaTree>>({ max: mostTrees })
  trees.set(db, known)
  const key = [scope.area, await areasVersion(db), ...sources].join()
  const tree = known.get(key) ?? readTree(db, scope, sources)
  known.set(key, tree)
  tree.catch(() => known.delete(key))
  return tree
}

async function readTree(db: Db, scope: Scope, sources: readonly SettlementSource[]): Promise<AreaTree> {
  const units = await areaUnits(db, scope.area, scope.level, sources)
  return treeOf(units, (await codesAbove(db, scope.area)) as AreaCode[])
}

function verdictsOf(judgements: readonly JudgementRow[]): Map<string, Map<string, Verdict>> {
  const verdicts = new Map<string, Map<string, Verdict>>()
  for (const { target, area, ...verdict } of judgements) {
    const areas = verdicts.get(target) ?? new Map<string, Verdict>()
    verdicts.set(target, areas.set(area, verdict))
  }
  return verdicts
}
