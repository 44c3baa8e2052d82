// Publishes trainings and who was there: flows, each fact on its day.
import { empty, sql } from '../../../platform/db.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { audiences, trainingKinds } from '../training.ts'

export const trainingSources: MeasureSources = {
  trainings: {
    from: sql`(select t.*, null::uuid as organization, t.held_on as starts_on, t.until + 1 as ends_on from training t) m`,
    id: sql`m.id::text`,
    // Those at which somebody came for it.
    of: (organization) => sql`exists (select 1 from training_attendance n
      where n.training = m.id and n.organization = ${organization} and n.removed_at is null)`,
    where: sql`m.status = 'held'`,
    quantity: sql`1`,
    attributes: { audience: sql`m.audience`, level: sql`m.level`, kind: sql`m.kind` },
    labelFrom: empty,
    label: sql`m.title`,
    note: sql`concat_ws(' · ', m.held_on, ${JSON.stringify(audiences)}::jsonb ->> m.audience,
      ${JSON.stringify(trainingKinds)}::jsonb ->> m.kind, m.organizer)`,
    link: sql`'/trainings/' || m.id`,
  },
  trainingAttendance: {
    from: sql`(select n.*, n.attended_on as starts_on, n.attended_on + 1 as ends_on from training_attendance n) m`,
    id: sql`m.id::text`,
    where: sql`m.removed_at is null`,
    quantity: sql`1`,
    attributes: { audience: sql`m.audience`, level: sql`m.level`, leader: sql`m.leader` },
    labelFrom: sql`join training t on t.id = m.training left join organization o on o.id = m.organization`,
    // No names: whoever reads a programme counts people, and does not need to know them.
    label: sql`coalesce(o.name, '不在名录里的人员')`,
    note: sql`concat_ws(' · ', m.attended_on, t.title, case when m.leader then '负责人' end)`,
    link: sql`'/trainings/' || m.training`,
  },
}
