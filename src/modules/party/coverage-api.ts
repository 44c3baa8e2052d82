// The endpoints of coverage: party organization and party work by area and day, and the organizations behind. (D2)
import { z } from 'zod'
import { get } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, IdField } from '../../kernel/fields.ts'
import { pageOf, pageQuery } from '../../kernel/page.ts'
import { partyPresences } from '../organizations/choices.ts'
import { choice } from '../organizations/organization.ts'
import { absenceReasons } from './party.ts'

/** How many organizations of an area are where they are; all but `dormant` ones are counted. */
export const Coverage = z.object({
  total: z.int(),
  own: z.int(),
  joint: z.int(),
  instructor: z.int(),
  /** Neither: nothing arranged, or nobody knows. */
  missing: z.int(),
  /** Of those without a branch of their own or a joint one: they have members enough for one. */
  due: z.int(),
})
export type Coverage = z.infer<typeof Coverage>

const AreaLine = z.object({ code: AreaCodeField, name: z.string(), level: z.string() })
const AreaCoverage = AreaLine.extend({ coverage: Coverage })
export type AreaCoverage = z.infer<typeof AreaCoverage>

export const CoverageView = z.object({
  area: AreaLine,
  /** From the highest area that the reader may survey down to the one above. */
  ancestors: z.array(AreaLine),
  on: DayField,
  coverage: Coverage,
  /** The areas directly below, those that lack most first. */
  children: z.array(AreaCoverage),
})
export type CoverageView = z.infer<typeof CoverageView>

/** What a list behind a number holds. */
export const coverageFilters = {
  missing: '尚未覆盖',
  due: '应建未建',
  own: '单独建立',
  joint: '联合建立',
  instructor: '派指导员',
} as const
export type CoverageFilter = keyof typeof coverageFilters

export const CoveredOrganization = z.object({
  id: IdField,
  name: z.string(),
  areaName: z.string(),
  presence: choice(partyPresences).nullable(),
  reason: choice(absenceReasons).nullable(),
  /** Party members on the register; null: nobody knows. */
  partyMembers: z.int().nullable(),
})
export type CoveredOrganization = z.infer<typeof CoveredOrganization>

const onDay = { area: AreaCodeField.optional(), on: DayField.optional() }

export const coverageApi = {
  coverage: get('/party/coverage', {
    summary: 'Coverage of party organization and of party work in an area and below, on a day',
    needs: 'party.survey',
    query: z.object(onDay),
    returns: CoverageView,
  }),
  covered: get('/party/organizations', {
    summary: 'The organizations behind the coverage of an area on a day; those without anything first',
    needs: 'party.survey',
    query: z.object({ ...onDay, is: choice(coverageFilters).optional(), ...pageQuery }),
    returns: pageOf(CoveredOrganization),
  }),
} as const
