// The words for hub organizations (枢纽型社会组织): whom they serve, since when, with what.
import { z } from 'zod'
import { DayField, IdField, words } from '../../kernel/fields.ts'

export const tieStatuses = {
  proposed: '待确认',
  active: '服务中',
  declined: '未同意',
  withdrawn: '已撤回',
  ended: '已结束',
} as const
export type TieStatus = keyof typeof tieStatuses

const StatusField = z.enum(Object.keys(tieStatuses) as [TieStatus, ...TieStatus[]])

/** Name of a service, and what people read; which there are is the rule `hubs.services`. */
export const ServiceList = z.array(z.string().max(32)).min(1, '请至少选一项服务').max(30)

/** One organization as a tie names it. */
export const Partner = z.object({ id: IdField, name: z.string(), areaName: z.string(), ended: z.boolean() })
export type Partner = z.infer<typeof Partner>

export const HubTie = z.object({
  id: IdField,
  status: StatusField,
  /** The other side: the hub, or the one that is served. */
  partner: Partner,
  services: z.array(z.string()),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  proposedBy: z.string().nullable(),
  /** Last day on which a proposal is decided in time. */
  dueOn: z.string().nullable(),
  /** Steps that the reader may take. */
  may: z.array(z.string()),
})
export type HubTie = z.infer<typeof HubTie>

/** What hub organizations have to do with one organization. */
export const HubView = z.object({
  isHub: z.boolean(),
  /** Services to choose from at its place: name → words. */
  offered: z.record(z.string(), z.string()),
  /** Ties in which it serves; only those partners that the reader may see. */
  serves: z.array(HubTie),
  /** How many it serves today, also those that the reader may not see. */
  servesCount: z.int(),
  servedBy: z.array(HubTie),
  may: z.array(z.string()),
})
export type HubView = z.infer<typeof HubView>

export const TieDraft = z.object({ services: ServiceList, from: DayField })
export type TieDraft = z.infer<typeof TieDraft>

export const Marking = z.object({ hub: z.boolean(), from: DayField, reason: words(200) })
export type Marking = z.infer<typeof Marking>

/** A township and what hubs there do. */
export const HubTownship = z.object({
  code: z.string(),
  name: z.string(),
  countyName: z.string().nullable(),
  hubs: z.array(
    z.object({
      id: IdField,
      name: z.string(),
      served: z.int(),
      services: z.array(z.string()),
      since: z.string().nullable(),
    }),
  ),
  /** Active organizations of the township, and how many of them are served by a hub. */
  organizations: z.int(),
  served: z.int(),
})
export type HubTownship = z.infer<typeof HubTownship>
