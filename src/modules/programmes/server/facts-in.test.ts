// The conditions of a count hold together, whatever a measure asks of its facts.
import { expect, it } from 'vitest'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { measureSources } from '../../../server.ts'
import { factsIn, sourceOf } from './tally-store.ts'

const facts = { measure: 'organizations', span: { on: '2023-08-25' as Day }, where: null }

it('do not fall apart at an “or” of the measure: what lies elsewhere is not counted', () => {
  const source = {
    ...sourceOf(measureSources, facts),
    where: sql`m.ends_on is null or m.ends_on > m.starts_on`,
  }
  const { text } = factsIn(source, facts, { area: '320585000000', level: 'county' })
  expect(text).toMatch(/^\(m\.ends_on is null or m\.ends_on > m\.starts_on\) and /)
  expect(text).toContain('m.county = ')
})
