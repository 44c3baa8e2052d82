// What people send about titles: filters, nominations, awards.
import { z } from 'zod'
import { AreaCodeField, DayField, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { KindField, LevelField, StateField, SubjectField, ThemeField } from './honor.ts'

const Year = z.coerce.number().int().min(2000, '请填写 2000 年以后的年份').max(2100, '请填写年份')

export const HonorFilter = z.object({
  area: AreaCodeField.optional(),
  /** Part of a name or a title. */
  q: z.string().trim().max(60).optional(),
  kind: oneOrMore(KindField),
  subject: oneOrMore(SubjectField),
  level: oneOrMore(LevelField),
  state: oneOrMore(StateField),
  year: Year.optional(),
  /** Only these, written one behind the other with commas. */
  ids: z
    .string()
    .max(8_000)
    .transform((text) => text.split(','))
    .pipe(z.array(IdField))
    .optional(),
})
export type HonorFilter = z.infer<typeof HonorFilter>

/** Of an organization or an area by its key; a project with the organization that carries it, by its key or by its name. */
export const SubjectDraft = z.discriminatedUnion('subject', [
  z.object({ subject: z.literal('organization'), organization: IdField }),
  z.object({ subject: z.literal('area'), area: AreaCodeField }),
  z.object({
    subject: z.literal('project'),
    organization: IdField,
    /** One on record has a name of its own; one that is not needs to be named. */
    project: IdField.optional(),
    name: words(60).optional(),
  }),
])
export type SubjectDraft = z.infer<typeof SubjectDraft>

/** What may be changed until it is reviewed. */
export const HonorWords = z.object({
  title: words(40),
  year: Year,
  theme: ThemeField.nullable().default(null),
  reason: words(1000),
})
export type HonorWords = z.infer<typeof HonorWords>

export const HonorDraft = HonorWords.extend({ kind: KindField, level: LevelField, about: SubjectDraft })
export type HonorDraft = z.infer<typeof HonorDraft>

/** What an award says. */
export const Award = z.object({
  on: DayField,
  validUntil: DayField.nullable().default(null),
  /** Number and title of the document that publishes it. */
  document: words(120).nullable().default(null),
})
export type Award = z.infer<typeof Award>

/** A title that was published already: the document says who decided it. */
export const RecordDraft = HonorDraft.extend({ ...Award.shape, document: words(120) })
export type RecordDraft = z.infer<typeof RecordDraft>
