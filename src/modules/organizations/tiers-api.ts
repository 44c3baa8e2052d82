// The endpoints of the three tiers: what the facts point to, what is known beside the register, what a person decided.
import { z } from 'zod'
import { get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, count, DayField, FlagQuery, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { tiers } from './choices.ts'
import { choice } from './organization.ts'

const amount = count(1_000_000_000_000)

/** What the tier depends on beside the facts of the register. Null: not known. Money in 分. */
export const Standing = z.object({
  units: count(100_000).nullable(),
  founders: count(100_000).nullable(),
  foundingUnits: count(100_000).nullable(),
  staff: count(100_000).nullable(),
  money: amount.nullable(),
})
export type Standing = z.infer<typeof Standing>

const Facts = Standing.extend({
  people: z.int().nullable(),
  place: z.boolean().nullable(),
  scope: z.boolean().nullable(),
})

const MetField = z.union([z.boolean(), z.literal('unknown')])

export const Proposal = z.object({
  tier: choice(tiers),
  possible: choice(tiers),
  reached: choice(tiers),
  forms: z.array(
    z.object({
      form: z.enum(['association', 'serviceAgency', 'foundation', 'filedGroup', 'filedService']),
      tier: choice(tiers),
      label: z.string(),
      met: MetField,
      conditions: z.array(
        z.object({
          label: z.string(),
          required: z.string(),
          actual: z.string(),
          met: MetField,
          size: z.boolean(),
          /** Where the numbers come from: 《社会团体登记管理条例》第十条, or 默认，可修改. */
          clause: z.string(),
        }),
      ),
    }),
  ),
})
export type ProposalView = z.infer<typeof Proposal>

const Hint = z.object({ kind: z.enum(['up', 'down']), toward: choice(tiers), words: z.string() })

/** keep: it stays in its tier all the same; follow: the other tier is gone for. */
export const tierDecisions = { keep: '维持', follow: '按提示办理' } as const
const Decision = choice(tierDecisions)

export const TierView = z.object({
  tier: choice(tiers),
  facts: Facts,
  /** When what stands beside the register was last recorded. */
  recordedOn: DayField.nullable(),
  recordedBy: z.string().nullable(),
  proposal: Proposal,
  hint: Hint.nullable(),
  /** Newest first. */
  decisions: z.array(
    z.object({
      decision: Decision,
      tier: choice(tiers),
      toward: choice(tiers),
      reason: z.string(),
      on: DayField,
      by: z.string().nullable(),
      /** Holds until a fact changes. */
      holds: z.boolean(),
    }),
  ),
  may: z.array(z.string()),
})
export type TierView = z.infer<typeof TierView>

/** An organization whose facts point elsewhere. */
const HintedOne = z.object({
  id: IdField,
  name: z.string(),
  area: AreaCodeField,
  areaName: z.string(),
  tier: choice(tiers),
  toward: choice(tiers),
  words: z.string(),
})
export type HintedOne = z.infer<typeof HintedOne>

const known = z.coerce.number().pipe(amount).optional()
const byId = z.object({ id: IdField })

export const tiersApi = {
  propose: get('/tier-proposals', {
    summary: 'Which tier some facts point to by the rules of an area; what is left out is unknown',
    needs: 'tier.propose',
    query: z.object({
      area: AreaCodeField,
      ...{ people: known, units: known, founders: known, foundingUnits: known, staff: known, money: known },
      place: FlagQuery.optional(),
      scope: FlagQuery.optional(),
    }),
    returns: Proposal,
  }),
  one: get('/organizations/:id/tier', {
    summary: 'What an organization’s facts point to, condition by condition, and what was decided',
    needs: 'organization.see',
    params: byId,
    returns: TierView,
  }),
  record: put('/organizations/:id/standing', {
    summary: 'Record what the tier depends on beside the register: founders, units, staff, money',
    needs: 'organization.edit',
    params: byId,
    body: Standing,
    returns: TierView,
  }),
  decide: post('/organizations/:id/tier-decisions', {
    summary: 'Keep the tier although the facts point elsewhere, or follow them, with the reason',
    needs: 'tier.decide',
    params: byId,
    body: z.object({ decision: Decision, toward: choice(tiers), reason: words(200) }),
    returns: TierView,
  }),
  hints: get('/tier-hints', {
    summary: 'Organizations whose facts point to another tier, at most 1,000; of those named, or all',
    needs: 'tier.decide',
    query: z.object({ ids: oneOrMore(IdField) }),
    returns: z.object({ items: z.array(HintedOne) }),
  }),
  keepMany: post('/tier-decisions', {
    summary: 'Keep many in their tiers although the facts point elsewhere, with a result per row',
    needs: 'tier.decide',
    body: z.object({ ids: z.array(IdField).min(1).max(1000), reason: words(200) }),
    returns: z.object({
      results: z.array(z.object({ id: IdField, name: z.string(), ok: z.boolean(), message: z.string() })),
    }),
  }),
}
