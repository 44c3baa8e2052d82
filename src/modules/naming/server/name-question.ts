// What a name is held against at a place: the names of its areas and the rules in force there.
import type { Db } from '../../../platform/db.ts'
import type { Source } from '../../rules/keys/rule-key.ts'
import type { Resolution } from '../../rules/resolve.ts'
import { rulesInForce } from '../../rules/server/index.ts'
import type { NameKind, NameReading } from '../name-parts.ts'
import { type NamingKey, namingKeys, namingRules } from '../naming-rules.ts'
import { type NameQuestion, readName } from '../read-name.ts'
import { placesOf } from './place-store.ts'

export async function nameQuestion(db: Db, area: string, kind: NameKind): Promise<NameQuestion> {
  const [places, { rules, sources }] = [await placesOf(db, area), await rulesInForce(db, area)]
  return { places, kind, rules: namingRules(rules, said(sources)) }
}

/** The clause that a rule set in force gives for a value of its own. */
function said(sources: Resolution): NonNullable<Parameters<typeof namingRules>[1]> {
  const decided = namingKeys.flatMap((key): [NamingKey, Source][] => {
    const { entry } = sources[key]
    return entry ? [[key, entry.clause ?? 'default']] : []
  })
  return Object.fromEntries(decided)
}

/** For other modules' commands: what the checker says of a name at a place. */
export const checkName = async (db: Db, area: string, kind: NameKind, name: string): Promise<NameReading> =>
  readName(name, await nameQuestion(db, area, kind))
