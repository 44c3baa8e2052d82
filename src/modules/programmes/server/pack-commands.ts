// Checking and loading packs: a pack runs as a programme in its area, by version.
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { levelOf } from '../../areas/server/index.ts'
import { expectRecords } from '../../records/server/index.ts'
import { programmeMeasures } from '../measures.ts'
import type { Pack } from '../pack.ts'
import { checkPack } from '../pack-check.ts'
import { packDiff } from '../pack-diff.ts'
import type { PackCheck, PackSummary } from '../programmes-api.ts'
import { expectedIn } from '../record-entries.ts'
import { insertPack, insertProgramme, newestPack, newestPacks } from './programme-store.ts'
import { parsedPack, shippedPacks } from './shipped-packs.ts'

/** Faults and changes of a text, without loading it. */
export async function checkText(ctx: Context, text: string): Promise<PackCheck> {
  const { pack, faults } = checkPack(text, 'pack.yaml', programmeMeasures)
  if (!pack) return { summary: null, faults, changes: [] }
  return { summary: facts(pack), faults, changes: await changesAgainstLoaded(ctx, pack) }
}

async function changesAgainstLoaded(ctx: Context, pack: Pack): Promise<string[]> {
  const loaded = await newestPack(ctx.db, pack.id)
  return loaded ? packDiff(parsedPack(loaded.text), pack) : []
}

const facts = ({ id, version, title, area, targets }: Pack) => ({
  id,
  version,
  title,
  area: area.code,
  areaName: area.name,
  targets: targets.length,
})

/**
 * Loads a text that passes the check and starts its programme in `area` (by default the pack's own). The same version
 * with other contents is refused: a figure must stay true to the version it names.
 */
export async function loadPackText(
  ctx: Context,
  text: string,
  area?: string,
  options: { demo?: boolean } = {},
): Promise<{ pack: Pack; programme: string }> {
  const pack = parsedPack(text)
  const where = area && (await holds(ctx, area, pack.area.code)) ? pack.area.code : (area ?? pack.area.code)
  if (!(await levelOf(ctx.db, where))) throw areaMissing(pack)
  const loaded = await newestPack(ctx.db, pack.id)
  refuseStaleVersion(pack, text, loaded)
  if (loaded?.version !== pack.version) await insertPack(ctx, { ...facts(pack), text })
  const { id } = await insertProgramme(ctx, {
    pack: pack.id,
    version: pack.version,
    area: where,
    from: pack.from,
    to: pack.to,
    demo: options.demo ?? false,
  })
  await expectRecords(ctx, id, expectedIn(pack))
  await record(ctx, {
    action: 'pack.load',
    subjectKind: 'pack',
    subject: `${pack.id}@${pack.version}`,
    area: where,
    changes: loaded
      ? packDiff(parsedPack(loaded.text), pack).map((words) => ({ field: 'pack', from: null, to: words }))
      : [],
  })
  return { pack, programme: id }
}

/** Whether the chosen area lies above the pack's own, so that the pack keeps its own. */
async function holds(ctx: Context, area: string, packArea: string): Promise<boolean> {
  return area !== packArea && (await levelOf(ctx.db, packArea)) !== null
}

function refuseStaleVersion(
  pack: Pack,
  text: string,
  loaded: { version: number; text: string } | null,
): void {
  if (!loaded || loaded.version < pack.version) return
  if (loaded.version === pack.version && loaded.text === text) return
  throw new Problem(422, {
    code: 'pack.staleVersion',
    message: `已载入“${pack.title}”第 ${loaded.version} 版，这一份写的是第 ${pack.version} 版，内容却不同。`,
    mend: `请把 version 改为 ${loaded.version + 1} 后再载入。`,
  })
}

const areaMissing = ({ area }: Pack) =>
  new Problem(422, {
    code: 'pack.areaMissing',
    message: `方案适用于${area.name}（${area.code}），但这个地区的区划还没有载入。`,
    mend: '请先在“区划”页载入该地区，再载入方案包。',
  })

/** Shipped and loaded packs in one list. */
export async function listPacks(ctx: Context): Promise<PackSummary[]> {
  const loaded = new Map((await newestPacks(ctx.db)).map((stored) => [stored.id, stored]))
  const shipped = shippedPacks()
  const own = [...loaded.values()].filter(({ id }) => shipped.every((pack) => pack.id !== id))
  return [...shipped, ...own.map(({ text }) => parsedPack(text))].map((pack) => ({
    ...facts(pack),
    shipped: shipped.includes(pack),
    loadedVersion: loaded.get(pack.id)?.version ?? null,
    loadedAt: loaded.get(pack.id)?.loadedAt ?? null,
    programme: loaded.get(pack.id)?.programme ?? null,
  }))
}

export const packSummary = async (ctx: Context, id: string): Promise<PackSummary> => {
  const found = (await listPacks(ctx)).find((pack) => pack.id === id)
  if (!found) throw new Error(`pack ${id} was not loaded`)
  return found
}
