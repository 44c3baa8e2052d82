// Publishes the register as the measure `organizations`: one fact for each period of an organization's life.
import { empty, sql } from '../../../platform/db.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { categories, tiers } from '../choices.ts'

export const organizationSources: MeasureSources = {
  organizations: {
    from: sql`organization_period m`,
    id: sql`m.organization::text`,
    where: sql`m.superseded_at is null`,
    began: (from, to) => sql`(m.starts_on <= ${to} and not exists (
        select 1 from organization_period later where later.organization = m.organization
          and later.superseded_at is null and later.starts_on > m.starts_on and later.starts_on <= ${to})
      ${
        from === null
          ? empty
          : sql`and not exists (
        select 1 from organization_period earlier where earlier.organization = m.organization
          and earlier.superseded_at is null and earlier.starts_on < ${from})`
      })`,
    quantity: sql`1`,
    attributes: {
      category: sql`m.category`,
      tier: sql`m.tier`,
      legalForm: sql`m.legal_form`,
      status: sql`m.status`,
      hub: sql`m.hub`,
      charter: sql`m.charter`,
      members: sql`m.members`,
      partyMembers: sql`m.party_members`,
      leaderInParty: sql`m.leader_in_party`,
      partyPresence: sql`m.party_presence`,
      residentsServed: sql`m.residents_served`,
    },
    labelFrom: sql`join organization o on o.id = m.organization`,
    label: sql`o.name`,
    note: sql`concat_ws(' · ', ${JSON.stringify(categories)}::jsonb ->> m.category, ${JSON.stringify(tiers)}::jsonb ->> m.tier)`,
    link: sql`'/organizations/' || m.organization`,
  },
}
