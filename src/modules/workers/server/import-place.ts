// Where a row's worker works: an organization that it names, or the area that its words mean.
import { type AreaIndex, cellOf, type Remark } from '../../organizations/import/index.ts'
import type { Found, Placed } from '../../organizations/server/index.ts'
import type { WorkerRowValues } from '../worker-columns.ts'

type Row = Placed<WorkerRowValues>

export type PlaceOfRow = { area: string | null; organization: string | null; problems: Remark[] }

/** An organization's own area goes before the words beside it. */
export function placeOf(
  row: Row,
  { root }: AreaIndex,
  find: (name: string, area: string | null) => Found,
): PlaceOfRow {
  const { organization, site, name } = row.given
  if (organization) {
    const found = find(organization, row.area)
    if ('organization' in found)
      return { area: found.organization.area, organization: found.organization.id, problems: [] }
    return remark(row, 'organization', found.problem)
  }
  if (site === 'organization') return remark(row, 'organization', '单位类型是社会组织，没有写所在组织')
  if (row.area || row.problems.length > 0) return { area: row.area, organization: null, problems: [] }
  if (root.level === 'community') return { area: root.code, organization: null, problems: [] }
  return name
    ? remark(row, 'community', '没有写所在社区（村）或组织')
    : { area: null, organization: null, problems: [] }
}

const remark = (row: Row, field: keyof WorkerRowValues, message: string): PlaceOfRow => ({
  area: null,
  organization: null,
  problems: [{ cell: cellOf(row, field, 'name'), message }],
})
