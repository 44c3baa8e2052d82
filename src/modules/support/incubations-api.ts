// The endpoints of incubation: application, answer, entry, stages, subsidies, exit.
import { z } from 'zod'
import { get, post } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { pageOf, pageQuery } from '../../kernel/page.ts'
import {
  ExitDraft,
  Incubation,
  IncubationView,
  Payment,
  StageDraft,
  StatusField,
  SubsidyDraft,
  SubsidyState,
} from './incubation.ts'
import { PlatformName } from './platform.ts'

const byId = z.object({ id: IdField })

export const IncubationFilter = z.object({
  area: AreaCodeField.optional(),
  status: oneOrMore(StatusField),
  platform: IdField.optional(),
})
export type IncubationFilter = z.infer<typeof IncubationFilter>

export const PaymentFilter = z.object({
  area: AreaCodeField.optional(),
  state: SubsidyState.default('unpaid'),
  /** Only these. */
  ids: oneOrMore(IdField),
})
export type PaymentFilter = z.infer<typeof PaymentFilter>

export const incubationEndpoints = {
  incubations: get('/incubations', {
    summary: 'Organizations in incubators, the newest application first',
    needs: 'incubation.see',
    query: IncubationFilter.extend(pageQuery),
    returns: pageOf(Incubation),
  }),
  incubation: get('/incubations/:id', {
    summary: 'One incubation with its stages and subsidies, and the organization before and after',
    needs: 'incubation.see',
    params: byId,
    returns: IncubationView,
  }),
  ofOrganization: get('/organizations/:id/incubations', {
    summary: 'The incubations of an organization, and the support platforms that it runs',
    needs: 'incubation.see',
    params: byId,
    returns: z.object({
      incubations: z.array(Incubation),
      operates: z.array(PlatformName),
      stages: z.record(z.string(), z.string()),
      may: z.array(z.string()),
    }),
  }),
  incubators: get('/organizations/:id/incubators', {
    summary: 'Open incubators of the areas in which an organization lies',
    needs: 'incubation.apply',
    params: byId,
    returns: z.object({ items: z.array(PlatformName.extend({ areaName: z.string() })) }),
  }),
  apply: post('/organizations/:id/incubations', {
    summary: 'An organization asks for a place in an incubator',
    needs: 'incubation.apply',
    params: byId,
    body: z.object({
      platform: IdField,
      need: words(500),
      /** The day on which it asked; today when left out. */
      on: DayField.optional(),
    }),
    returns: IncubationView,
  }),
  decide: post('/incubations/:id/decisions', {
    summary: 'Accept or refuse an application; an accepted one may enter at once',
    needs: 'incubation.decide',
    params: byId,
    body: z.discriminatedUnion('decision', [
      z.object({ decision: z.literal('accept'), entersOn: DayField.nullable().default(null) }),
      z.object({ decision: z.literal('refuse'), reason: words(200) }),
    ]),
    returns: IncubationView,
  }),
  withdraw: post('/incubations/:id/withdrawal', {
    summary: 'Take an application back',
    needs: 'incubation.apply',
    params: byId,
    body: z.object({ reason: words(200) }),
    returns: IncubationView,
  }),
  enter: post('/incubations/:id/entry', {
    summary: 'An accepted organization enters on a day',
    needs: 'incubation.decide',
    params: byId,
    body: z.object({ on: DayField }),
    returns: IncubationView,
  }),
  begin: post('/incubations/:id/stages', {
    summary: 'The next stage begins, with its mentor and goal; the one before ends',
    needs: 'incubation.decide',
    params: byId,
    body: StageDraft,
    returns: IncubationView,
  }),
  extend: post('/incubations/:id/extensions', {
    summary: 'Let an organization stay longer',
    needs: 'incubation.decide',
    params: byId,
    body: z.object({ until: DayField, reason: words(200) }),
    returns: IncubationView,
  }),
  exit: post('/incubations/:id/exit', {
    summary: 'An organization leaves its incubator on a day, with a result',
    needs: 'incubation.decide',
    params: byId,
    body: ExitDraft,
    returns: IncubationView,
  }),
  grant: post('/incubations/:id/subsidies', {
    summary: 'Grant a subsidy',
    needs: 'incubation.subsidize',
    params: byId,
    body: SubsidyDraft,
    returns: IncubationView,
  }),
  revoke: post('/incubation-subsidies/:id/revocation', {
    summary: 'Take an unpaid subsidy back',
    needs: 'incubation.subsidize',
    params: byId,
    body: z.object({ reason: words(200) }),
    returns: IncubationView,
  }),
  payments: get('/incubation-subsidies', {
    summary: 'Subsidies to be paid, or paid',
    needs: 'incubation.pay',
    query: PaymentFilter.extend(pageQuery),
    returns: pageOf(Payment).extend({ total: z.int(), count: z.int() }),
  }),
  paymentExport: get('/incubation-subsidies/export', {
    summary: 'The payment list for the finance office as a workbook',
    needs: 'incubation.pay',
    query: PaymentFilter,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  pay: post('/incubation-subsidies/payments', {
    summary: 'Record that subsidies were paid on a day; each once',
    needs: 'incubation.pay',
    body: z.object({ ids: z.array(IdField).min(1, '请至少选一笔').max(500), on: DayField }),
    returns: z.object({ paid: z.int() }),
  }),
}
