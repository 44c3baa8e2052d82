// Publishes party-building as measures. A person's name is never in a label.
import { type Sql, sql } from '../../../platform/db.ts'
import type { MeasureSource, MeasureSources } from '../../../platform/measure-source.ts'
import { activityKinds, contactKinds, keyPersonKinds, partnerKinds } from '../party.ts'

/** Text of a choice. */
const words = (table: Readonly<Record<string, string>>, value: Sql): Sql =>
  sql`${JSON.stringify(table)}::jsonb ->> ${value}`

const alone = { id: sql`m.id::text`, where: sql`true`, quantity: sql`1` } as const

const lineage = (alias: Sql): Sql =>
  sql`${alias}.area, ${alias}.province, ${alias}.city, ${alias}.county, ${alias}.township, ${alias}.community`

type OfBranch = Pick<MeasureSource, 'from' | 'of' | 'labelFrom' | 'label' | 'link'>

/** Facts of a branch count where the branch is; they are those of the organizations that belonged to it then. */
const ofBranch = (table: Sql, columns: Sql): OfBranch => ({
  of: belongsTo(sql`m.branch`),
  from: sql`(select x.id, x.branch, ${columns}, null::uuid as organization, ${lineage(sql`b`)}
    from ${table} x join party_branch b on b.id = x.branch) m`,
  labelFrom: sql`join party_branch b on b.id = m.branch`,
  label: sql`b.name`,
  link: sql`'/party/branches/' || m.branch`,
})

/** Facts of an organization count where it was when they happened; after it left the register they count no more. */
const ofOrganization = (
  table: Sql,
  columns: Sql,
): Pick<MeasureSource, 'from' | 'labelFrom' | 'label' | 'link'> => ({
  from: sql`(select x.id, x.organization, ${columns}, ${lineage(sql`p`)}
    from ${table} x join organization_period p on p.organization = x.organization and p.superseded_at is null
      and daterange(x.starts_on, x.ends_on) && daterange(p.starts_on, p.ends_on)) m`,
  labelFrom: sql`join organization o on o.id = m.organization`,
  label: sql`o.name`,
  link: sql`'/organizations/' || m.organization`,
})

/** While the fact lasted, and in the time asked for; a branch may be that of several organizations at once. */
function belongsTo(branch: Sql): NonNullable<MeasureSource['of']> {
  return (
    organization,
    { from, to },
  ) => sql`exists (select 1 from party_arrangement g where g.organization = ${organization}
    and g.branch = ${branch} and daterange(g.starts_on, g.ends_on) && daterange(m.starts_on, m.ends_on)
    and daterange(g.starts_on, g.ends_on) && daterange(${from}, ${to}, '[]'))`
}

const contacts = sql`(select k.*, k.held_on as starts_on, k.held_on + 1 as ends_on from party_contact k)`

export const partySources: MeasureSources = {
  partyBranches: {
    ...alone,
    from: sql`(select b.id, b.name, b.kind, b.nature, null::uuid as organization, ${lineage(sql`b`)},
      b.founded_on as starts_on, b.dissolved_on as ends_on from party_branch b
      where b.dissolved_on is null or b.dissolved_on > b.founded_on) m`,
    of: belongsTo(sql`m.id`),
    attributes: { form: sql`m.kind`, nature: sql`m.nature` },
    labelFrom: sql``,
    label: sql`m.name`,
    note: sql`${words({ own: '单独建立', joint: '联合建立' }, sql`m.kind`)}`,
    link: sql`'/party/branches/' || m.id`,
  },
  partyMeetings: {
    ...alone,
    ...ofBranch(
      sql`party_activity`,
      sql`x.kind, x.subject, x.withdrawn_because, x.held_on as starts_on, x.held_on + 1 as ends_on`,
    ),
    where: sql`m.withdrawn_because is null`,
    attributes: { kind: sql`m.kind` },
    note: sql`concat_ws(' · ', m.starts_on, ${words(activityKinds, sql`m.kind`)}, m.subject)`,
  },
  pairings: {
    ...alone,
    ...ofBranch(sql`party_pairing`, sql`x.kind, x.partner, x.starts_on, x.ends_on`),
    attributes: { kind: sql`m.kind` },
    note: sql`concat_ws(' · ', ${words(partnerKinds, sql`m.kind`)}, m.partner)`,
  },
  partyContacts: {
    ...alone,
    ...ofOrganization(contacts, sql`x.kind, x.starts_on, x.ends_on`),
    attributes: { kind: sql`m.kind` },
    note: sql`concat_ws(' · ', m.starts_on, ${words(contactKinds, sql`m.kind`)})`,
  },
  keyPeople: {
    ...alone,
    ...ofOrganization(
      sql`party_key_person`,
      sql`x.kind, x.body, x.starts_on as began_on,
        greatest(x.starts_on, p.starts_on) as starts_on, least(x.ends_on, p.ends_on) as ends_on`,
    ),
    // Each once, where the organization was when it began.
    began: (from, to) => sql`(m.starts_on = m.began_on and m.began_on <= ${to}
      and m.began_on >= coalesce(${from}::date, '-infinity'))`,
    attributes: { kind: sql`m.kind` },
    note: sql`concat_ws(' · ', ${words(keyPersonKinds, sql`m.kind`)}, m.body)`,
  },
}
