// `export`: a list as a workbook.
import { createWriteStream, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Problem } from '../../kernel/problem.ts'
import { exportOrganizations } from '../../modules/organizations/server/index.ts'
import { type Place, withInstallation } from '../installation.ts'
import { type Output, print } from '../output.ts'

type Options = Place & Output & { area: string }

export const exportList = (kind: string, file: string, options: Options): Promise<void> =>
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
