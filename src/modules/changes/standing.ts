// What is told of an organization's changes: a line in the list, and everything for its page.
import { z } from 'zod'
import { IdField } from '../../kernel/fields.ts'
import { ChangeRequest } from './change.ts'
import { DormancyJudgement, SignSeen } from './dormancy.ts'
import { Admonition, Exit } from './exit.ts'
import { Reorganization } from './reorganization.ts'

/** A line of the list of everything that is open or was decided. */
export const ChangeLine = z.object({
  id: IdField,
  /** A request has a page of its own; an exit stands on that of its organization. */
  what: z.enum(['request', 'exit']),
  kind: z.string(),
  status: z.string(),
  organization: z.object({ id: IdField, name: z.string() }),
  areaName: z.string(),
  deskName: z.string(),
  since: z.string(),
  /** Whether the reader may decide it. */
  mine: z.boolean(),
})
export type ChangeLine = z.infer<typeof ChangeLine>

/** What the rule set of the place says, for the pages. */
const PlaceRules = z.object({
  decidedAt: z.string(),
  dormantAfterMonths: z.int(),
  quietMonths: z.int(),
  endVote: z.object({
    present: z.tuple([z.int(), z.int()]),
    inFavour: z.tuple([z.int(), z.int()]),
  }),
  liquidation: z.array(z.object({ name: z.string(), title: z.string(), within: z.string().nullable() })),
  hearing: z.string(),
})

/** Everything that an organization's page shows about change and leaving. */
export const Standing = z.object({
  requests: z.array(ChangeRequest),
  exits: z.array(Exit),
  reorganizations: z.array(Reorganization),
  judgements: z.array(DormancyJudgement),
  admonitions: z.array(Admonition),
  signs: z.array(SignSeen),
  /** Since when nothing was heard, where that is longer than the rules allow. */
  silentSince: z.string().nullable(),
  rules: PlaceRules,
  may: z.array(z.string()),
})
export type Standing = z.infer<typeof Standing>
