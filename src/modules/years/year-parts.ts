// The parts of an organization's year, in the order of the report: which modules' records stand in them, who may read them.
import { measuresByModule, programmeMeasures } from '../programmes/measures.ts'

type Part = {
  title: string
  /** The action on the organization without which the records are not shown. */
  needs: string
}

/** Null: the module's facts are about areas, or the register itself, which has its own part. */
export const parts = {
  organizations: null,
  areas: null,
  census: null,
  /** Measures that are awaited: nobody records them yet. */
  programmes: null,
  certificates: { title: '备案证书', needs: 'certificate.see' },
  charters: { title: '章程', needs: 'charter.see' },
  party: { title: '党建', needs: 'party.see' },
  hubs: { title: '枢纽联系服务', needs: 'hub.see' },
  support: { title: '孵化与平台', needs: 'incubation.see' },
  training: { title: '培训', needs: 'training.ofOrganization' },
  projects: { title: '服务项目', needs: 'project.see' },
  activities: { title: '活动', needs: 'activity.see' },
  volunteers: { title: '志愿服务', needs: 'volunteer.see' },
  venues: { title: '场地', needs: 'venue.bookings' },
  workers: { title: '社会工作者', needs: 'worker.see' },
  honors: { title: '品牌与荣誉', needs: 'honor.see' },
  records: { title: '议事、评议和公开', needs: 'record.see' },
} as const satisfies Record<keyof typeof measuresByModule, Part | null>

export type PartId = keyof typeof parts
export const partOf = (id: PartId): Part | null => parts[id]

/** Measures that need another action than their part. */
const needsOfMeasures: Readonly<Record<string, string>> = { examRewards: 'reward.see' }

export type PartMeasure = { measure: string; part: PartId; needs: string }

/** Every measure that may stand in an organization's year, in the order of the parts. */
export const partMeasures: readonly PartMeasure[] = (Object.keys(parts) as PartId[]).flatMap((part) =>
  Object.keys(measuresByModule[part]).flatMap((measure) => {
    const needs = needsOfMeasures[measure] ?? partOf(part)?.needs
    return needs === undefined ? [] : [{ measure, part, needs }]
  }),
)

/** What nobody records yet, by title. */
export const awaitedTitles = (sources: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(programmeMeasures).flatMap(([name, { title }]) =>
    Object.hasOwn(sources, name) ? [] : [title],
  )
