// The endpoints of an organization's years: the yearly report, and every record of it in the order of time.
import { z } from 'zod'
import { type EndpointTable, get } from '../../kernel/endpoint.ts'
import { IdField } from '../../kernel/fields.ts'
import { pageOf, pageQuery } from '../../kernel/page.ts'
import { Fact } from './fact.ts'
import { YearSheet } from './year-sheet.ts'

const YearField = z.coerce.number().int().min(1900).max(2200)
const byYear = z.object({ id: IdField, year: YearField })

export const yearsApi = {
  sheet: get('/organizations/:id/years/:year', {
    summary: 'The yearly report of an organization, filled from the records of all modules',
    needs: 'year.see',
    params: byYear,
    returns: YearSheet,
  }),
  document: get('/organizations/:id/years/:year/document', {
    summary: 'The yearly report as a Word document',
    needs: 'year.see',
    params: byYear,
    file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  }),
  facts: get('/organizations/:id/facts', {
    summary: 'Every record of an organization, whichever module keeps it, the newest first',
    needs: 'year.see',
    params: z.object({ id: IdField }),
    query: z.object({ ...pageQuery, year: YearField.optional(), measure: z.string().max(60).optional() }),
    returns: pageOf(Fact).extend({ years: z.object({ first: z.int(), last: z.int() }) }),
  }),
} as const satisfies EndpointTable
