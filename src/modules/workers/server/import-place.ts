// Where a row's worker works: an organization or a station that it names, or the area that its words mean.
import { type AreaIndex, cellOf, type Remark } from '../../organizations/import/index.ts'
import type { Found, Placed } from '../../organizations/server/index.ts'
import type { WorkerRowValues } from '../worker-columns.ts'
import type { Stations } from './import-store.ts'

type Row = Placed<WorkerRowValues>

/** A station by its id, or by the name that is not among the platforms. */
export type Workplace = { organization: string | null; station: string | null; stationWords: string | null }
export type PlaceOfRow = Workplace & { area: string | null; problems: Remark[] }

type Known = { find: (name: string, area: string | null) => Found; stations: Stations }

/** An organization's or a station's own area goes before the words beside it. */
export function placeOf(row: Row, index: AreaIndex, { find, stations }: Known): PlaceOfRow {
  const { organization, site } = row.given
  if (site === 'station') return atStation(row, index, organization ?? null, stations)
  if (!organization)
    return site === 'organization'
      ? remark(row, 'organization', '单位类型是社会组织，没有写所在组织')
      : inArea(row, index)
  const found = find(organization, row.area)
  if (!('organization' in found)) return remark(row, 'organization', found.problem)
  const { id, area } = found.organization
  return { ...nowhere, area, organization: id }
}

function atStation(row: Row, index: AreaIndex, name: string | null, stations: Stations): PlaceOfRow {
  const found = name === null ? null : stations.get(name)
  if (found) return { ...nowhere, area: found.area, station: found.id }
  return { ...inArea(row, index), stationWords: name }
}

function inArea(row: Row, { root }: AreaIndex): PlaceOfRow {
  if (row.area || row.problems.length > 0) return { ...nowhere, area: row.area }
  if (root.level === 'community') return { ...nowhere, area: root.code }
  return row.given.name ? remark(row, 'community', '没有写所在社区（村）或组织') : nowhere
}

const nowhere: PlaceOfRow = {
  ...{ area: null, organization: null, station: null, stationWords: null },
  problems: [],
}

const remark = (row: Row, field: keyof WorkerRowValues, message: string): PlaceOfRow => ({
  ...nowhere,
  problems: [{ cell: cellOf(row, field, 'name'), message }],
})
