// Support platforms and incubation of the demo world.
import { rulesFor } from '../modules/rules/server/index.ts'
import type { Context } from '../platform/context.ts'
import {
  addPlatforms,
  addServices,
  addStages,
  addStays,
  addSubsidies,
  type DemoPlatforms,
} from './support-store.ts'

const platforms: readonly DemoPlatforms[] = [
  { kind: 'incubator', level: 'city', called: '社会组织孵化园', share: 100 },
  { kind: 'platform', level: 'county', called: '社区社会组织支持平台', share: 88 },
  { kind: 'incubator', level: 'county', called: '社会组织孵化基地', share: 84 },
  { kind: 'venue', level: 'county', called: '社会组织活动中心', share: 45 },
  { kind: 'socialWorkStation', level: 'township', called: '社会工作服务站', share: 78 },
  { kind: 'incubator', level: 'township', called: '社区社会组织孵化点', share: 30 },
  { kind: 'venue', level: 'township', called: '社区社会组织之家', share: 25 },
  { kind: 'incubator', level: 'community', called: '孵化基地', share: 70 },
  { kind: 'venue', level: 'community', called: '活动室', share: 6 },
]

/** After the records: in communities an incubator stands where somebody found that it can. */
export async function addSupport(
  ctx: Context,
  area: string,
  home: { county: string | null; township: string },
): Promise<void> {
  const rules = await rulesFor(ctx.db, area)
  const places = [home.county, home.township].filter((code) => code !== null)
  for (const one of platforms) await addPlatforms(ctx, places, one)
  await addServices(ctx, Object.keys(rules['support.services']))
  await addStays(ctx, rules['support.stayMonths'])
  await addStages(ctx, Object.keys(rules['support.stages']))
  await addSubsidies(ctx)
}
