// The SQL of an area as the thing of a survey.
import { sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'

export const surveySubject = (code: string): Subject => ({
  from: sql`area a where a.code = ${code}`,
  alias: 'a',
  see: 'party.survey',
  called: '区划',
})
