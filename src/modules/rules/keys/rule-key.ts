// One rule parameter: what it is called, what its values look like, and what holds where no place says otherwise.
import type { z } from 'zod'

/** Where a value comes from: the clause of a document, or `default`, a value of ours that a place may edit freely. */
export type Source = { document: string; clause: string } | 'default'

export type RuleKey<S extends z.ZodType = z.ZodType> = {
  /** Chinese, as a heading beside the value. */
  title: string
  schema: S
  /** What holds where no rule set says otherwise. */
  base: z.output<S>
  source: Source
}

/** Keeps the type of the value. */
export const ruleKey = <S extends z.ZodType>(key: RuleKey<S>): RuleKey<S> => key
