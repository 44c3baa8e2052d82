// The form in which a module's server publishes a measure: a relation of dated facts that any programme may count.
import type { Day } from '../kernel/time.ts'
import type { Sql } from './db.ts'

export type MeasureSource = {
  /**
   * What follows `from`; its alias is `m`. Columns: area, province, city, county, township, community (the lineage of
   * the area), organization, starts_on, ends_on (exclusive, null while it holds).
   */
  from: Sql
  /** Text that names one record: what a list of records is ordered and paged by. */
  id: Sql
  /** A condition that every fact of the measure fulfils. */
  where: Sql
  /**
   * For a relation that has several rows for one fact, because the fact changes while it lasts: the rows that stand for
   * the facts that began between two days (null: ever), each once, as it was last up to the later day. Without it every
   * row is a fact of its own.
   */
  began?: (from: Day | null, to: Day) => Sql
  quantity: Sql
  /** SQL of each attribute of the catalogue. */
  attributes: Readonly<Record<string, Sql>>
  /**
   * Which facts are an organization's at some time between two days (`from` null: ever), as a condition on `m`. Without it those that carry the organization: then what all
   * organizations have and what none has add up to what the area has. Null: facts of areas, never an organization's.
   */
  of?: ((organization: string, span: { from: Day | null; to: Day }) => Sql) | null
  /** A record in words and the page that shows it; `m` joined to whatever `labelFrom` adds. */
  label: Sql
  labelFrom: Sql
  note: Sql
  /** What stands in a report beside the record: need and result of a project. */
  detail?: Sql
  link: Sql
}

/** By the measure's name. */
export type MeasureSources = Readonly<Record<string, MeasureSource>>
