// A rule set: what one place decided about the rule parameters, each with its clause or marked as an editable default.
import { z } from 'zod'
import { AreaCodeField, words } from '../../kernel/fields.ts'
import { type RuleName, ruleKeys } from './rule-keys.ts'

/** Where a value is written: document, clause, and the sentence itself. */
export const RuleClause = z.strictObject({
  document: words(120),
  clause: words(60),
  quote: words(400).optional(),
})
export type RuleClause = z.infer<typeof RuleClause>

/** One decided parameter, as it is stored. */
export type Entry = {
  value: unknown
  clause?: RuleClause | undefined
  /** A value of ours, that the place may edit freely. */
  default?: true | undefined
  /** Lower areas may not decide otherwise. */
  locked?: true | undefined
  note?: string | undefined
}
export type Entries = { readonly [K in RuleName]?: Entry }

const entryOf = (value: z.ZodType) =>
  z
    .strictObject({
      value,
      clause: RuleClause.optional(),
      default: z.literal(true).optional(),
      locked: z.literal(true).optional(),
      note: words(400).optional(),
    })
    .refine(
      (entry) => (entry.clause === undefined) !== (entry.default === undefined),
      '要么写 clause（依据的条款），要么写 default: true（可修改的默认值）',
    )

const names = Object.keys(ruleKeys) as RuleName[]

/** Any of the parameters, each with a value of its own kind. */
const EntriesFile = z.strictObject(
  Object.fromEntries(names.map((name) => [name, entryOf(ruleKeys[name].schema).optional()])),
)

/** The whole country has no code of its own. */
export const wholeCountry = '000000000000'

/** A rule set as it is written in a file. */
export const RuleSetFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, '用小写英文字母、数字和 -'),
  title: words(60),
  area: z.strictObject({ code: AreaCodeField, name: words(40) }),
  version: z.int().min(1, '从 1 开始'),
  values: EntriesFile,
})
export type RuleSetFile = Omit<z.infer<typeof RuleSetFile>, 'values'> & { values: Entries }
