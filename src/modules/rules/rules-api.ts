// The endpoints of rules (规则集).
import { z } from 'zod'
import { get, post } from '../../kernel/endpoint.ts'
import { AreaCodeField, IdField, words } from '../../kernel/fields.ts'
import { pageOf, pageQuery } from '../../kernel/page.ts'
import { type RuleName, ruleKeys } from './rule-keys.ts'
import { RuleClause } from './rule-set.ts'

const RuleNameField = z.enum(Object.keys(ruleKeys) as [RuleName, ...RuleName[]])

/** Which version of whose set; `area` null: the whole country. */
const SetRef = z.object({
  area: AreaCodeField.nullable(),
  areaName: z.string(),
  title: z.string(),
  version: z.int(),
})
export type SetRef = z.infer<typeof SetRef>

/** One parameter at a place. The form of `value` is that of the parameter (`rule-keys.ts`). */
const RuleView = z.object({
  name: RuleNameField,
  value: z.unknown(),
  /** The set that says so; null: what holds where no set says otherwise. */
  from: SetRef.nullable(),
  /** Null: a default of ours, or decided here without a document. */
  clause: RuleClause.nullable(),
  /** A value of ours, that the place may edit freely. */
  isDefault: z.boolean(),
  note: z.string().nullable(),
  /** Decided by the area's own set. */
  own: z.boolean(),
  /** Areas below may not decide otherwise. */
  locked: z.boolean(),
  /** The set above which does not let this area decide. */
  lockedBy: SetRef.nullable(),
  /** What would hold if the area did not decide. */
  inherited: z.object({ value: z.unknown(), from: SetRef.nullable() }),
})
export type RuleView = z.infer<typeof RuleView>

export const RulesInForce = z.object({
  area: z.object({ code: AreaCodeField, name: z.string(), level: z.string() }),
  /** Version of the area's own set; 0: it has none. */
  version: z.int(),
  /** From the country down. */
  sets: z.array(SetRef),
  rules: z.array(RuleView),
  /** Why the reader cannot decide rules of this area, or null. */
  whyNotEdit: z.string().nullable(),
})
export type RulesInForce = z.infer<typeof RulesInForce>

const RuleSetSummary = SetRef.extend({
  id: IdField,
  /** How many parameters it decides. */
  decides: z.int(),
  loadedAt: z.string(),
  loadedBy: z.string().nullable(),
  reason: z.string(),
})
export type RuleSetSummary = z.infer<typeof RuleSetSummary>

/** What one version decided otherwise than the one before; null: it decided nothing about the parameter. */
const RuleSetVersion = RuleSetSummary.extend({
  changes: z.array(
    z.object({
      name: RuleNameField,
      before: z.object({ value: z.unknown(), locked: z.boolean() }).nullable(),
      after: z.object({ value: z.unknown(), locked: z.boolean() }).nullable(),
    }),
  ),
})
export type RuleSetVersion = z.infer<typeof RuleSetVersion>

const RuleSetCheck = z.object({
  summary: z
    .object({ title: z.string(), area: AreaCodeField, version: z.int(), decides: z.int() })
    .nullable(),
  faults: z.array(
    z.object({
      severity: z.enum(['error', 'warning']),
      line: z.int(),
      column: z.int(),
      at: z.string(),
      message: z.string(),
      mend: z.string(),
    }),
  ),
})

const ofArea = z.object({ area: AreaCodeField })
const asText = z.object({ text: z.string().max(400_000) })

export const rulesApi = {
  sets: get('/rules/sets', {
    summary: 'Rule sets in force at the reader’s areas: below, and above as far as they hold here',
    needs: 'rule.see',
    returns: z.object({ items: z.array(RuleSetSummary) }),
  }),
  inForce: get('/rules/areas/:area', {
    summary: 'What holds at an area, parameter by parameter, with where it comes from',
    needs: 'rule.see',
    params: ofArea,
    returns: RulesInForce,
  }),
  history: get('/rules/areas/:area/versions', {
    summary: 'Who decided what about the rules of an area, when and why; newest first',
    needs: 'rule.see',
    params: ofArea,
    query: z.object(pageQuery),
    returns: pageOf(RuleSetVersion),
  }),
  change: post('/rules/areas/:area/versions', {
    summary: 'Decide parameters for an area, or let them be inherited again: a new version of its set',
    needs: 'rule.edit',
    params: ofArea,
    body: z.object({
      /** The version that the person has seen; 0: the area had no set. */
      version: z.int().min(0),
      set: z
        .partialRecord(
          RuleNameField,
          z.object({
            value: z.unknown(),
            locked: z.boolean().default(false),
            clause: RuleClause.nullable().default(null),
            note: words(400).nullable().default(null),
          }),
        )
        .default({}),
      inherit: z.array(RuleNameField).max(200).default([]),
      reason: words(200),
    }),
    returns: RulesInForce,
  }),
  check: post('/rules/checks', {
    summary: 'Check the text of a rule set',
    needs: 'rule.load',
    body: asText,
    returns: RuleSetCheck,
  }),
  load: post('/rules/loads', {
    summary: 'Load the text of a rule set as the newest version of its area’s',
    needs: 'rule.load',
    body: asText.extend({ reason: words(200) }),
    returns: RulesInForce,
  }),
}
