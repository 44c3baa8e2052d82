// The SQL of a rule's value at a place, for statements that look at many places at once.
import { raw, type Sql, sql } from '../../../platform/db.ts'
import { partyKeys } from '../../rules/keys/party-keys.ts'

type PartyRule = keyof typeof partyKeys

/** As JSON, for the row of `alias` with its lineage. The rule sets are asked only where one of them says anything of it. */
export function ruleAt(name: PartyRule, alias: string): Sql {
  const base = sql`${JSON.stringify(partyKeys[name].base)}::jsonb`
  const lineage = raw(
    ['province', 'city', 'county', 'township'].map((level) => `${alias}.${level}`).join(', '),
  )
  return sql`(case when exists (select 1 from rule_set s where s.superseded_at is null and s.entries ? ${name}::text)
    then coalesce(rule_values('party', ${lineage}) -> ${name}::text, ${base}) else ${base} end)`
}

/** Every number that a rule has anywhere, the base among them. */
const valuesOf = (name: PartyRule): Sql => sql`(
  select ${JSON.stringify(partyKeys[name].base)}::int as n
  union all select (s.entries -> ${name}::text ->> 'value')::int from rule_set s
    where s.superseded_at is null and s.entries ? ${name}::text) v`

/** The least and the largest: cheap bounds before a row's own value is asked. */
export const leastOf = (name: PartyRule): Sql => sql`(select min(v.n) from ${valuesOf(name)})`
export const mostOf = (name: PartyRule): Sql => sql`(select max(v.n) from ${valuesOf(name)})`
