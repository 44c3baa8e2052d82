// Names that a change, a merger or a split would give: held against the naming rule of the place, as in filing.
import type { Problem } from '../../../kernel/problem.ts'
import type { Db } from '../../../platform/db.ts'
import { nameKindOf } from '../../naming/name-parts.ts'
import { whyNotBear } from '../../naming/name-refusal.ts'
import { checkName } from '../../naming/server/index.ts'

export type NewName = {
  name: string
  area: string
  tier: string
  legalForm: string | null
  /** Those whose names it may take over as they are, even where they break the rule: the name does not change. */
  known: readonly { name?: unknown }[]
  /** The path of its field. */
  at: string
}

/** Why a name that is asked for cannot be given, or null. */
export async function whyNotNewName(
  db: Db,
  { name, area, tier, legalForm, known, at }: NewName,
): Promise<Problem | null> {
  if (known.some((one) => one.name === name)) return null
  return whyNotBear(await checkName(db, area, nameKindOf(tier, legalForm), name), at)
}

/** The first of several names that cannot be given, or null. */
export async function whyNotNewNames(db: Db, names: readonly NewName[]): Promise<Problem | null> {
  const [first, ...others] = names
  if (!first) return null
  return (await whyNotNewName(db, first)) ?? whyNotNewNames(db, others)
}
