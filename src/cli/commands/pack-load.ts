// `pack load`: a pack becomes the programme in force, or its next version.
import { loadPackText } from '../../modules/programmes/server/index.ts'
import { text } from '../files.ts'
import { type Place, withInstallation } from '../installation.ts'
import { type Output, print } from '../output.ts'

export const loadPack = (file: string, options: Place & Output): Promise<void> =>
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
