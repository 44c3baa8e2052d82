// The commands that read and write an installation: the same rules and words as the pages.
import { createWriteStream, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Problem } from '../kernel/problem.ts'
import { asDay, type Day } from '../kernel/time.ts'
import {
  importSettlement,
  loadDivisions,
  loadSubtree,
  readAllDivisions,
} from '../modules/areas/server/index.ts'
import { exportOrganizations, importFile } from '../modules/organizations/server/index.ts'
import { programmeMeasures } from '../modules/programmes/measures.ts'
import { checkPack } from '../modules/programmes/pack-check.ts'
import {
  listProgrammes,
  loadPackText,
  placeOf,
  rowsAt,
  standingAt,
} from '../modules/programmes/server/index.ts'
import { stateLabels } from '../modules/programmes/words.ts'
import { measureSources } from '../server.ts'
import { readFile, text } from './files.ts'
import { type Place, withInstallation } from './installation.ts'
import { exitCodes, type Output, print, table } from './output.ts'

type Common = Place & Output

/** Loads areas of the shipped divisions; `all` loads the country. */
export const loadAreas = (codes: string[], options: Common): Promise<void> =>
  withInstallation(options, async ({ database }) => {
    const total = { added: 0, communities: 0 }
    const add = (result: { added: number; communities: number }) => {
      total.added += result.added
      total.communities += result.communities
      if (!options.json)
        process.stderr.write(`… 已载入 ${total.communities.toLocaleString('zh-CN')} 个社区（村）\n`)
    }
    for (const code of codes) {
      if (code === 'all') {
        for (const province of readAllDivisions())
          add(await database.transaction((db) => loadDivisions(db, province)))
      } else add(await database.transaction((db) => loadSubtree(db, code)))
    }
    print(options, total, `✔ 新增 ${total.added} 个区划，其中社区（村）${total.communities} 个`)
  })

export const loadSettlement = (file: string, options: Common): Promise<void> =>
  withInstallation(options, async ({ database, operator }) => {
    const bytes = readFile(file)
    const result = await database.transaction(async (db) => importSettlement(await operator(db), bytes))
    print(options, result, () =>
      [
        `✔ 改变 ${result.changed} 个，原来就相同 ${result.same} 个，有问题 ${result.problems.length} 行`,
        ...result.problems.slice(0, 20).map(({ row, message }) => `  第 ${row} 行：${message}`),
      ].join('\n'),
    )
  })

/** Needs no database. Exit code 1 when a file has an error. */
export async function checkPacks(files: string[], options: Output): Promise<void> {
  const checked = files.map((file) => ({ file, ...checkPack(text(file), file, programmeMeasures) }))
  print(
    options,
    checked.map(({ file, faults }) => ({ file, faults })),
    () => checked.map(packWords).join('\n'),
  )
  if (checked.some(({ faults }) => faults.some((fault) => fault.severity === 'error')))
    process.exitCode = exitCodes.refused
}

function packWords({ file, pack, faults }: { file: string } & ReturnType<typeof checkPack>): string {
  const lines = faults.map(
    ({ severity, line, column, message, mend }) =>
      `${file}:${line}:${column} ${severity === 'error' ? '错误' : '提示'}：${message} ${mend}`,
  )
  return [
    ...lines,
    pack ? `✔ ${file}：${pack.title}，${pack.targets.length} 个目标` : `✘ ${file}：有错误，不能载入`,
  ].join('\n')
}

export const loadPack = (file: string, options: Common): Promise<void> =>
  withInstallation(options, async ({ database, operator }) => {
    const { pack, programme } = await database.transaction(async (db) =>
      loadPackText(await operator(db), text(file)),
    )
    print(
      options,
      { programme, pack: pack.id, version: pack.version },
      `✔ 已载入“${pack.title}”第 ${pack.version} 版，方案编号 ${programme}`,
    )
  })

export type ImportOptions = Common & { area: string; dryRun?: boolean }

export const importOrganizations = (file: string, options: ImportOptions): Promise<void> =>
  withInstallation(options, async ({ database, operator }) => {
    const upload = { fileName: basename(file), bytes: readFile(file) }
    const result = await importFile(database, await operator(), {
      area: options.area,
      upload,
      dryRun: options.dryRun ?? false,
    })
    print(options, result, () =>
      [
        `${options.dryRun ? '试读' : '✔ 导入'}“${upload.fileName}”：新增 ${result.counts.new}，有变化 ${result.counts.changed}，相同 ${result.counts.same}，有问题 ${result.counts.problem} 行`,
        ...result.problems.slice(0, 50).map(({ cell, message }) => `  ${cell}：${message}`),
      ].join('\n'),
    )
    if (result.counts.problem > 0) process.exitCode = exitCodes.refused
  })

export const exportList = (kind: string, file: string, options: Common & { area: string }): Promise<void> =>
  withInstallation(options, async ({ database, operator }) => {
    if (kind !== 'organizations') throw onlyOrganizations(kind)
    const answer = await exportOrganizations(await operator(), database, {
      area: options.area,
      sort: 'name',
      order: 'asc',
    })
    if (answer.content instanceof Uint8Array) writeFileSync(file, answer.content)
    else await pipeline(Readable.from(answer.content), createWriteStream(file))
    print(options, { file }, `✔ 已写入 ${file}`)
  })

const onlyOrganizations = (kind: string) =>
  new Problem(422, {
    code: 'export.unknown',
    message: `不能导出“${kind}”。`,
    mend: '目前可以导出：organizations。',
  })

export type TargetsOptions = Common & { programme: string; area?: string; asOf?: string }

export const showTargets = (options: TargetsOptions): Promise<void> =>
  withInstallation(options, async ({ operator }) => {
    const ctx = await operator()
    const programme = (await listProgrammes(ctx)).find(
      ({ id, pack }) => id === options.programme || pack === options.programme,
    )
    if (!programme) throw unknownProgramme(options.programme)
    const place = await placeOf(ctx, programme.id, { area: options.area, asOf: dayOf(options.asOf) })
    const rows = rowsAt(ctx, await standingAt(ctx, measureSources, place), place.area.code)
    print(
      options,
      { programme: programme.id, area: place.area.code, asOf: place.asOf, targets: rows },
      () =>
        `${place.area.name}，截至 ${place.asOf}\n${table([
          ['目标', '现状', '要求', '差距', '状态'],
          ...rows.map((row) => [row.title, row.value, row.threshold, row.gap, stateLabels[row.state].word]),
        ])}`,
    )
  })

const unknownProgramme = (id: string) =>
  new Problem(404, {
    code: 'notFound',
    message: `没有编号为“${id}”的方案。`,
    mend: '可以写方案编号，或方案包的名字（如 taicang）。',
  })

function dayOf(given: string | undefined): Day | undefined {
  if (given === undefined) return undefined
  const day = asDay(given)
  if (!day)
    throw new Problem(422, {
      code: 'malformed',
      message: `“${given}”不是存在的日期。`,
      mend: '请写成 2023-08-25 这样。',
    })
  return day
}
