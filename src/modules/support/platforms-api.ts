// The endpoints of support platforms: the platforms themselves, and which places lack one.
import { z } from 'zod'
import { del, get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, FlagQuery, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { pageOf, pageQuery } from '../../kernel/page.ts'
import {
  CoverageUnit,
  keysOf,
  Platform,
  PlatformDraft,
  PlatformKindField,
  platformLevels,
} from './platform.ts'

const byId = z.object({ id: IdField })

const kinds = {
  area: AreaCodeField.optional(),
  kind: oneOrMore(PlatformKindField),
  level: oneOrMore(keysOf(platformLevels)),
  service: oneOrMore(z.string().max(32)),
}

/** Filters of the list; they live in the page's address under the same names. */
export const PlatformFilter = z.object({ ...kinds, closed: FlagQuery.optional() })
export type PlatformFilter = z.infer<typeof PlatformFilter>

export const CoverageFilter = z.object({
  ...kinds,
  /** Which units are looked at. */
  by: z.enum(['county', 'township', 'community']).default('township'),
  /** Only units without a platform, or only those with one. */
  without: FlagQuery.optional(),
})
export type CoverageFilter = z.infer<typeof CoverageFilter>

export const platformEndpoints = {
  platforms: get('/support-platforms', {
    summary: 'Support platforms within an area and those above that serve it',
    needs: 'support.see',
    query: PlatformFilter.extend(pageQuery),
    returns: pageOf(Platform),
  }),
  platform: get('/support-platforms/:id', {
    summary: 'One support platform',
    needs: 'support.see',
    params: byId,
    returns: Platform,
  }),
  choices: get('/support-choices', {
    summary: 'Services of support platforms and stages of incubation, by the rules of a place',
    needs: 'support.see',
    query: z.object({ area: AreaCodeField.optional() }),
    returns: z.object({
      services: z.record(z.string(), z.string()),
      stages: z.record(z.string(), z.string()),
    }),
  }),
  create: post('/support-platforms', {
    summary: 'Record a support platform',
    needs: 'support.keep',
    body: PlatformDraft,
    returns: Platform,
  }),
  edit: put('/support-platforms/:id', {
    summary: 'Change what is on record about a support platform; names the version that was read',
    needs: 'support.keep',
    params: byId,
    body: z.object({ version: z.int(), platform: PlatformDraft }),
    returns: Platform,
  }),
  close: post('/support-platforms/:id/closing', {
    summary: 'Close a support platform from a day on',
    needs: 'support.keep',
    params: byId,
    body: z.object({ on: DayField, reason: words(200) }),
    returns: Platform,
  }),
  reopen: del('/support-platforms/:id/closing', {
    summary: 'Take the closing of a support platform back',
    needs: 'support.keep',
    params: byId,
    returns: Platform,
  }),
  coverage: get('/support-coverage', {
    summary: 'Counties, townships or communities with their support platforms, those without one first',
    needs: 'support.survey',
    query: CoverageFilter.extend(pageQuery),
    returns: pageOf(CoverageUnit),
  }),
  sums: get('/support-coverage/sums', {
    summary: 'How many units have a support platform',
    needs: 'support.survey',
    query: CoverageFilter,
    returns: z.object({
      units: z.int(),
      without: z.int(),
      platforms: z.int(),
      /** How many units have one of the kind. */
      having: z.partialRecord(PlatformKindField, z.int()),
    }),
  }),
  coverageExport: get('/support-coverage/export', {
    summary: 'The units with their support platforms as a workbook',
    needs: 'support.export',
    query: CoverageFilter,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
}
