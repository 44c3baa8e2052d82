// Shipped divisions as lines of a picker.
import type { AreaHit } from '../areas-api.ts'
import { findDivisions } from './divisions.ts'

/** Provinces, cities and counties that match what was typed, each with what lies above it. */
export const divisionHits = (query: string): AreaHit[] =>
  findDivisions(query, 30).map(({ code, name, level, parent }) => ({
    code,
    name,
    level,
    where: nameOf(parent),
  }))

function nameOf(code: string | null): string {
  const above = code === null ? undefined : findDivisions(code, 1)[0]
  return above?.name ?? ''
}
