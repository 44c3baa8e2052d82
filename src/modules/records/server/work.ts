// The work that waits for a record: what a programme expects by a day and an area has not put on record.
import { sql } from '../../../platform/db.ts'
import type { WorkSource, WorkSources } from '../../../platform/work-source.ts'
import { unfulfilled } from './expected-store.ts'

/** It waits for those whose level enters it; afterwards the levels above see it. */
const due = (action: string, desks: readonly string[]): WorkSource => ({
  title: '登记方案要求的记录',
  action,
  oversee: 'record.follow',
  from: unfulfilled,
  where: (today) => sql`w.desk = any(${desks}::text[]) and w.starts_on <= ${today}::date`,
  id: sql`w.id`,
  label: sql`w.title`,
  note: sql`w.short_name || ' · ' || w.programme_title`,
  link: sql`w.query || '&area=' || w.area`,
  since: sql`w.starts_on`,
  due: sql`w.due_on`,
})

export const recordsWork: WorkSources = {
  'records.community': due('record.ofCommunity', ['community']),
  'records.township': due('record.ofTownship', ['township']),
  'records.county': due('record.ofCounty', ['county']),
  'records.city': due('record.ofCity', ['city', 'province']),
}
