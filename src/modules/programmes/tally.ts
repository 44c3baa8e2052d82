// What the database is asked to count for a programme: the contract between the algebra and the SQL.
import type { Day } from '../../kernel/time.ts'

/**
 * A filter with terms and categories expanded, ready to become SQL. A comparison with an unknown (null) value is
 * false, and therefore `not` of it is true: compile a comparison to `coalesce(…, false)`.
 */
export type Where =
  | { attribute: string; is: readonly (string | number | boolean)[] }
  | { attribute: string; atLeast: number | string }
  | { attribute: string; atMost: number | string }
  | { attribute: string; known: boolean }
  | { all: readonly Where[] }
  | { any: readonly Where[] }
  | { not: Where }

/**
 * Which facts count in time. `on`: those that hold on that day (starts_on ≤ on, and ends_on empty or > on).
 * `from`/`to`: those that began between the two days, both included; `from: null` is "ever".
 */
export type Span = { on: Day } | { from: Day | null; to: Day }

/** A set of facts of one measure. */
export type Facts = { measure: string; where: Where | null; span: Span }

/**
 * One count. `id` is derived from the content, so equal counts of several targets are one.
 * - `sum`: Σ quantity per area.
 * - `distinct`: the distinct values of an attribute per area (unknown ones left out).
 * - `organizations`: per area, of the organizations in `population`, how many have Σ quantity of `facts` (joined by
 *   organization) within `atLeast`/`atMost`, and the sums of what they lack or exceed.
 *
 * Per area means: the area that the record belongs to, at whatever level; nothing is rolled up by the database.
 */
export type Tally = { id: string } & (
  | { grain: 'sum'; facts: Facts }
  | { grain: 'distinct'; facts: Facts; attribute: string }
  | { grain: 'organizations'; population: Facts; facts: Facts; atLeast: number | null; atMost: number | null }
)

/** Of the organizations of one area: all, those that pass, and the sums of what the others lack or exceed. */
export type OrganizationCount = { organizations: number; passing: number; lacking: number; exceeding: number }

/** What a tally returns for one area: by grain a number, the values, or the organizations. */
export type AreaCount = number | readonly string[] | OrganizationCount

/** By tally id, then by the area (12 digits) that the records belong to. An area without records is left out. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, AreaCount>>

type Unnamed<T> = T extends { id: string } ? Omit<T, 'id'> : never

/** Names a tally by its content. */
export const tallyOf = <T extends Unnamed<Tally>>(content: T): T & { id: string } => ({
  id: JSON.stringify(content),
  ...content,
})
