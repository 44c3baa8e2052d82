// `areas load` and `areas settlement`: the divisions and what is urban or rural among them.
import {
  importSettlement,
  loadDivisions,
  loadSubtree,
  readAllDivisions,
} from '../../modules/areas/server/index.ts'
import { readFile } from '../files.ts'
import { type Place, withInstallation } from '../installation.ts'
import { type Output, print } from '../output.ts'

type Options = Place & Output

/** Loads areas of the shipped divisions; `all` loads the country. */
export const loadAreas = (codes: string[], options: Options): Promise<void> =>
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

export const loadSettlement = (file: string, options: Options): Promise<void> =>
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
