// The endpoints of the register.
import { z } from 'zod'
import { get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, FlagQuery, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'
import { categories, legalForms, organizationStatuses, partyPresences, tiers } from './choices.ts'
import { choice, Effect, Organization, OrganizationDraft } from './organization.ts'

export const sortKeys = {
  name: '名称',
  foundedOn: '成立日期',
  updatedAt: '最近更新',
  members: '成员人数',
} as const

/** The filters of the list; they live in the page's URL under the same names. */
export const OrganizationFilter = z.object({
  area: AreaCodeField.optional(),
  q: z.string().trim().max(60).optional(),
  category: oneOrMore(choice(categories)),
  tier: oneOrMore(choice(tiers)),
  status: oneOrMore(choice(organizationStatuses)),
  legalForm: oneOrMore(choice(legalForms)),
  partyPresence: oneOrMore(choice(partyPresences)),
  hub: FlagQuery.optional(),
})
export type OrganizationFilter = z.infer<typeof OrganizationFilter>

export const OrganizationSort = {
  sort: z.enum(Object.keys(sortKeys) as [keyof typeof sortKeys]).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
}

/** Why a name is near another: the same, but for the place, in sound, in characters, nearly in sound. */
const nearReasons = ['同名', '只差区划', '读音相同', '名称相近', '读音相近'] as const
export type NearReason = (typeof nearReasons)[number]

export const NearDuplicate = z.object({
  id: IdField,
  name: z.string(),
  areaName: z.string(),
  /** 0–1; 1 is the same name. */
  likeness: z.number(),
  why: z.enum(nearReasons),
})

export const OrganizationEvent = z.object({
  id: IdField,
  at: z.string(),
  who: z.string(),
  /** What happened, in Chinese: 新建, 修改, 更正, 导入, 退出, 恢复. */
  what: z.string(),
  effectiveOn: z.string().nullable(),
  reason: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
})
export type OrganizationEvent = z.infer<typeof OrganizationEvent>

const BulkChange = z.object({
  category: choice(categories).optional(),
  tier: choice(tiers).optional(),
  hub: z.boolean().optional(),
  charter: z.boolean().optional(),
  partyPresence: choice(partyPresences).optional(),
})

const byId = z.object({ id: IdField })

export const organizationsApi = {
  list: get('/organizations', {
    summary: 'The register, filtered and sorted',
    needs: 'organization.see',
    query: OrganizationFilter.extend({ ...pageQuery, ...OrganizationSort }),
    returns: pageOf(Organization),
  }),
  count: get('/organizations/count', {
    summary: 'How many organizations a filter matches; stops counting at 10,000',
    needs: 'organization.see',
    query: OrganizationFilter,
    returns: CappedCount,
  }),
  nearDuplicates: get('/organizations/near-duplicates', {
    summary: 'Organizations of the county whose names are the same or nearly so',
    needs: 'organization.see',
    query: z.object({
      name: z.string().trim().min(2).max(60),
      area: AreaCodeField,
      except: IdField.optional(),
    }),
    returns: z.object({ items: z.array(NearDuplicate) }),
  }),
  export: get('/organizations/export', {
    summary: 'The filtered register as a workbook that can be imported again',
    needs: 'organization.export',
    query: OrganizationFilter.extend(OrganizationSort),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  one: get('/organizations/:id', {
    summary: 'One organization',
    needs: 'organization.see',
    params: byId,
    returns: Organization,
  }),
  timeline: get('/organizations/:id/timeline', {
    summary: 'What happened to an organization, newest first',
    needs: 'organization.see',
    params: byId,
    query: z.object(pageQuery),
    returns: pageOf(OrganizationEvent),
  }),
  create: post('/organizations', {
    summary: 'Put an organization on the register',
    needs: 'organization.create',
    body: OrganizationDraft,
    returns: Organization,
  }),
  edit: put('/organizations/:id', {
    summary: 'Change or correct an organization',
    needs: 'organization.edit',
    params: byId,
    body: z.object({ version: z.int(), organization: OrganizationDraft, effect: Effect }),
    returns: Organization,
  }),
  end: post('/organizations/:id/ending', {
    summary: 'Take an organization off the register; its history stays',
    needs: 'organization.edit',
    params: byId,
    body: z.object({ on: DayField, reason: words(200) }),
    returns: Organization,
  }),
  revive: post('/organizations/:id/revival', {
    summary: 'Put an ended or dormant organization back as active',
    needs: 'organization.edit',
    params: byId,
    body: z.object({ on: DayField, reason: words(200) }),
    returns: Organization,
  }),
  rest: post('/organizations/:id/dormancy', {
    summary: 'Mark an organization as dormant',
    needs: 'organization.edit',
    params: byId,
    body: z.object({ on: DayField, reason: words(200) }),
    returns: Organization,
  }),
  phone: post('/organizations/:id/phone-views', {
    summary: 'Show the leader’s phone number; the look is recorded',
    needs: 'organization.seePhone',
    params: byId,
    returns: z.object({ phone: z.string().nullable() }),
  }),
  bulkChange: post('/organizations/bulk-changes', {
    summary: 'The same change for many, with a result per row',
    needs: 'organization.edit',
    body: z.object({
      ids: z.array(IdField).min(1).max(1000),
      change: BulkChange,
      from: DayField,
      /** Needed when the day is over. */
      reason: words(200).optional(),
    }),
    returns: z.object({
      results: z.array(z.object({ id: IdField, name: z.string(), ok: z.boolean(), message: z.string() })),
    }),
  }),
}
