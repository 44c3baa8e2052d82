// What judges of rows share: how a judged row is written down, and which organization a name means.
import type { Context } from '../../../platform/context.ts'
import type { AreaIndex } from '../import/index.ts'
import type { Placed, StoredRow } from './import-kind.ts'
import { comparable, type Existing, existingAt } from './import-store.ts'

/** A row as judged; problems of its cells make it one, whatever the judge says. */
export function judged<Values extends object>(
  row: Placed<Values>,
  say: Pick<StoredRow, 'outcome' | 'name' | 'statement'> & Partial<StoredRow>,
): StoredRow {
  const problems = [...row.problems, ...(say.problems ?? [])]
  return {
    row: row.row,
    area: row.area,
    warnings: row.warnings,
    changes: [],
    record: null,
    version: null,
    ...say,
    outcome: problems.length > 0 ? 'problem' : say.outcome,
    problems,
  }
}

export type Found = { organization: Existing } | { problem: string }

/**
 * Looks organizations up by name, those that have not ended and that the importer may see within the area of the import:
 * `const find = await organizationFinder(ctx, index)(names)`, then `find(name, areaOfTheRowOrNull)`.
 */
export const organizationFinder =
  (ctx: Context, index: AreaIndex) =>
  async (names: readonly string[]): Promise<(name: string, area: string | null) => Found> => {
    const places = [...new Set(names)].map((name) => ({ area: index.root.code, name }))
    const found = await existingAt(ctx.db, places, comparable(ctx, index.root))
    const live = found.map(({ found }) => found).filter(({ status }) => status !== 'ended')
    return (name, area) => {
      const named = live.filter((one) => one.name === name)
      return oneOf(name, index, area ? named.filter((one) => liesIn(one, area, index)) : named)
    }
  }

function oneOf(name: string, { root }: AreaIndex, found: readonly Existing[]): Found {
  const [only] = found
  if (!only) return { problem: `${root.shortName}的名录里没有叫“${name}”的组织` }
  if (found.length === 1) return { organization: only }
  return { problem: `名录里有 ${found.length} 个叫“${name}”的组织，请写明社区（村）` }
}

const liesIn = ({ area: own }: Existing, area: string, { byCode, root }: AreaIndex): boolean =>
  own === area || area === root.code || byCode.get(own)?.township === area
