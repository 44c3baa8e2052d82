// The form in which a module says what work waits for whom, so that one queue and one home page show all of it.
import type { Day } from '../kernel/time.ts'
import type { Context } from './context.ts'
import type { Sql } from './db.ts'

/** Things that wait for one kind of step. */
export type WorkSource = {
  /** The step, as a person would name it: 受理备案申请. */
  title: string
  /** Who is to do it: those who may do this action on the thing. */
  action: string
  /** Who sees it too once it is overdue: the level above. Absent: nobody else. */
  oversee?: string
  /**
   * What follows `from`; its alias is `w`. Columns: area and its lineage (province … community), and `keeper` where a rule
   * of `action` has `own`.
   */
  from: Sql
  /** Those that wait; a function where that depends on the day, or on the account that asks. */
  where: Sql | ((today: Day, who?: string | null) => Sql)
  /** Text that names one thing; unique within the source. */
  id: Sql
  /** What it is about: the organization's name. */
  label: Sql
  /** One more line of words, or null. */
  note: Sql
  /** The page where it is done. */
  link: Sql
  /** Day since which it waits. */
  since: Sql
  /** Last day on which it is in time; null when nothing limits it. */
  due: Sql
  /** The account of the only person whom it waits for, of those who may do it; absent: all of them. */
  person?: Sql
  /** The page on which many are decided at once: it is opened with the ids of those chosen, `?ids=a,b,c`. */
  bulk?: string
}

/** By a name that is unique over all modules: `filing.accept`. */
export type WorkSources = Readonly<Record<string, WorkSource>>

/** One thing of work that follows from a count. */
export type CountedThing = {
  /** Unique within the source. */
  id: string
  label: string
  note: string | null
  link: string
  area: string
  areaName: string
  since: Day | null
  due: Day | null
}

/**
 * Work that no relation holds because it follows from a count: found for one person, in the areas of the own postings alone,
 * so that it is little. `area` narrows it.
 */
export type CountedSource = {
  title: string
  action: string
  find: (ctx: Context, area: string | undefined) => Promise<CountedThing[]>
}

/** Beside `WorkSources`, under names that are none of theirs. */
export type CountedSources = Readonly<Record<string, CountedSource>>
