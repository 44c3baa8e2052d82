// The yearly report of an organization (年度报告): what the records of all modules say of one calendar year.
import { z } from 'zod'
import { DayField, IdField } from '../../kernel/fields.ts'
import { Fact } from './fact.ts'

/** One kind of fact: how many, and which. */
const YearLine = z.object({
  measure: z.string(),
  title: z.string(),
  unit: z.string(),
  kind: z.enum(['stock', 'flow']),
  /** Of what happens: in the year. Of what lasts: on the last day. */
  quantity: z.number(),
  /** Of what lasts: begun in the year. */
  begun: z.number(),
  /** The newest ones. */
  facts: z.array(Fact),
  /** How many more there are. */
  more: z.int(),
})
export type YearLine = z.infer<typeof YearLine>

const YearPart = z.object({
  id: z.string(),
  title: z.string(),
  lines: z.array(YearLine),
  /** What there was none of. */
  none: z.array(z.string()),
})
export type YearPart = z.infer<typeof YearPart>

/** A field of the register on the eve of the year and on its last day. */
const RegisterLine = z.object({
  title: z.string(),
  /** Null: it was not on the register then. */
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type RegisterLine = z.infer<typeof RegisterLine>

const Change = z.object({ id: IdField, day: DayField, what: z.string(), reason: z.string().nullable() })

export const YearSheet = z.object({
  organization: z.object({ id: IdField, name: z.string(), areaName: z.string(), demo: z.boolean() }),
  year: z.int(),
  from: DayField,
  /** The last day of the year, or today while it runs. */
  to: DayField,
  /** The first and the last year of which there is a report. */
  years: z.object({ first: z.int(), last: z.int() }),
  register: z.array(RegisterLine),
  changes: z.object({ count: z.int(), items: z.array(Change) }),
  parts: z.array(YearPart),
  /** Titles of what nobody records yet. */
  uncollected: z.array(z.string()),
  /** Titles of parts that the reader's postings do not show. */
  withheld: z.array(z.string()),
})
export type YearSheet = z.infer<typeof YearSheet>
