// The endpoints of volunteer teams and the people in them.
import { z } from 'zod'
import { type EndpointTable, get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, FlagQuery, IdField, words } from '../../kernel/fields.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'
import { Entry } from './service.ts'
import { CertificateLine, Member, Team, TeamDraft, TeamLine, VolunteerDraft } from './volunteer.ts'

const byId = z.object({ id: IdField })

export const TeamFilter = z.object({
  area: AreaCodeField.optional(),
  q: z.string().trim().max(60).optional(),
  ended: FlagQuery.optional(),
})
export type TeamFilter = z.infer<typeof TeamFilter>

export const MemberPage = Member.extend({
  team: IdField,
  teamName: z.string(),
  organizationName: z.string(),
  /** Name of the account that sees the own record, or null. */
  account: z.string().nullable(),
  entries: z.array(Entry),
  certificates: z.array(CertificateLine),
  may: z.array(z.string()),
})
export type MemberPage = z.infer<typeof MemberPage>

export const teamsApi = {
  teams: get('/volunteer-teams', {
    summary: 'Volunteer teams, the newest first',
    needs: 'volunteer.see',
    query: TeamFilter.extend(pageQuery),
    returns: pageOf(TeamLine),
  }),
  teamCount: get('/volunteer-teams/count', {
    summary: 'How many teams a filter matches; stops counting at 10,000',
    needs: 'volunteer.see',
    query: TeamFilter,
    returns: CappedCount,
  }),
  team: get('/volunteer-teams/:id', {
    summary: 'One team with its people',
    needs: 'volunteer.see',
    params: byId,
    returns: Team,
  }),
  ofOrganization: get('/organizations/:id/volunteer-teams', {
    summary: 'The teams of one organization',
    needs: 'volunteer.see',
    params: byId,
    returns: z.object({
      items: z.array(TeamLine),
      /** Entries that wait for a confirmation. */
      waiting: z.int(),
      whyNotFound: z.string().nullable(),
      mayFound: z.boolean(),
    }),
  }),
  found: post('/organizations/:id/volunteer-teams', {
    summary: 'Found a team',
    needs: 'volunteer.write',
    params: byId,
    body: TeamDraft,
    returns: Team,
  }),
  endTeam: post('/volunteer-teams/:id/ending', {
    summary: 'A team ends, and with it the membership of its people',
    needs: 'volunteer.write',
    params: byId,
    body: z.object({ on: DayField, reason: words(200) }),
    returns: Team,
  }),
  join: post('/volunteer-teams/:id/members', {
    summary: 'Somebody joins a team; the same name and number is the same person',
    needs: 'volunteer.write',
    params: byId,
    body: VolunteerDraft.extend({ from: DayField }),
    returns: Team,
  }),
  member: get('/team-members/:id', {
    summary: 'One person in one team, with what the person did for its organization',
    needs: 'volunteer.see',
    params: byId,
    returns: MemberPage,
  }),
  editMember: put('/team-members/:id', {
    summary: 'Correct what is known of a volunteer; a masked number stays as it is',
    needs: 'volunteer.write',
    params: byId,
    body: VolunteerDraft,
    returns: MemberPage,
  }),
  leave: post('/team-members/:id/ending', {
    summary: 'Somebody leaves a team',
    needs: 'volunteer.write',
    params: byId,
    body: z.object({ on: DayField }),
    returns: MemberPage,
  }),
  phone: post('/team-members/:id/phone-views', {
    summary: 'Show a volunteer’s phone number; the look is recorded',
    needs: 'volunteer.seePhone',
    params: byId,
    returns: z.object({ phone: z.string().nullable() }),
  }),
  setAccount: put('/team-members/:id/account', {
    summary: 'Tie a resident’s account to a volunteer, who sees the own record with it; or untie it',
    needs: 'volunteer.setAccount',
    params: byId,
    body: z.object({ loginName: z.string().trim().max(60).nullable() }),
    returns: MemberPage,
  }),
} as const satisfies EndpointTable
