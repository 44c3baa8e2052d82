// The endpoints of hubs: who serves whom, and which townships have no hub yet.
import { z } from 'zod'
import { get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, FlagQuery, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { pageOf, pageQuery } from '../../kernel/page.ts'
import { HubTownship, HubView, Marking, Partner, ServiceList, TieDraft } from './hub.ts'

const byId = z.object({ id: IdField })

/** Filters of the page; they live in its address under the same names. */
export const TownshipFilter = z.object({
  area: AreaCodeField.optional(),
  /** Only townships without a hub, or only those with one. */
  without: FlagQuery.optional(),
  /** Only townships whose hubs provide one of these services today. */
  service: oneOrMore(z.string().max(32)),
})
export type TownshipFilter = z.infer<typeof TownshipFilter>

export const TownshipSums = z.object({
  townships: z.int(),
  without: z.int(),
  hubs: z.int(),
  organizations: z.int(),
  served: z.int(),
  /** Every service of the rules at the reader's place. */
  offered: z.record(z.string(), z.string()),
})

export const hubsApi = {
  townships: get('/hub-townships', {
    summary: 'Townships with their hubs, those without one first',
    needs: 'hub.survey',
    query: TownshipFilter.extend(pageQuery),
    returns: pageOf(HubTownship),
  }),
  sums: get('/hub-townships/sums', {
    summary: 'How many townships have a hub, and how many organizations are served',
    needs: 'hub.survey',
    query: TownshipFilter,
    returns: TownshipSums,
  }),
  export: get('/hub-townships/export', {
    summary: 'Townships with their hubs as a workbook',
    needs: 'hub.export',
    query: TownshipFilter,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  ofOrganization: get('/organizations/:id/hub-ties', {
    summary: 'Whom an organization serves as a hub, and which hubs serve it',
    needs: 'hub.see',
    params: byId,
    returns: HubView,
  }),
  choices: get('/organizations/:id/hub-choices', {
    summary: 'Hubs of its township and county that could serve an organization',
    needs: 'hub.tie',
    params: byId,
    returns: z.object({ items: z.array(Partner) }),
  }),
  tie: post('/organizations/:id/hub-ties', {
    summary: 'A hub serves an organization from a day on',
    needs: 'hub.tie',
    params: byId,
    body: TieDraft.extend({ hub: IdField }),
    returns: HubView,
  }),
  propose: post('/organizations/:id/hub-proposals', {
    summary: 'The leader of a hub proposes to serve an organization of the township, named in full',
    needs: 'hub.propose',
    params: byId,
    body: TieDraft.extend({ served: words(60) }),
    returns: HubView,
  }),
  decide: post('/hub-ties/:id/decisions', {
    summary: 'Confirm or decline what a hub has proposed',
    needs: 'hub.tie',
    params: byId,
    body: z.discriminatedUnion('decision', [
      z.object({ decision: z.literal('confirm') }),
      z.object({ decision: z.literal('decline'), reason: words(200) }),
    ]),
    returns: HubView,
  }),
  withdraw: post('/hub-ties/:id/withdrawal', {
    summary: 'Take a proposal back',
    needs: 'hub.propose',
    params: byId,
    returns: HubView,
  }),
  changeServices: put('/hub-ties/:id/services', {
    summary: 'Other services from a day on',
    needs: 'hub.tie',
    params: byId,
    body: z.object({ services: ServiceList, from: DayField }),
    returns: HubView,
  }),
  end: post('/hub-ties/:id/ending', {
    summary: 'A hub serves an organization no more',
    needs: 'hub.tie',
    params: byId,
    body: z.object({ on: DayField, reason: words(200) }),
    returns: HubView,
  }),
  mark: post('/organizations/:id/hub-marks', {
    summary: 'Mark an organization as a hub from a day on, or no more as one',
    needs: 'hub.mark',
    params: byId,
    body: Marking,
    returns: HubView,
  }),
}
