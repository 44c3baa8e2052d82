// `import`: a table of organizations into the register, row by row.
import { basename } from 'node:path'
import { importFile } from '../../modules/organizations/server/index.ts'
import { readFile } from '../files.ts'
import { type Place, withInstallation } from '../installation.ts'
import { exitCodes, type Output, print } from '../output.ts'

type Options = Place & Output & { area: string; dryRun?: boolean }

export const importOrganizations = (file: string, options: Options): Promise<void> =>
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
