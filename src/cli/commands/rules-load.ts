// `rules load`: the rule set of an area from now on.
import { followRules } from '../../modules/party/server/index.ts'
import { loadRuleSetText } from '../../modules/rules/server/index.ts'
import { text } from '../files.ts'
import { type Place, withInstallation } from '../installation.ts'
import { type Output, print } from '../output.ts'

export const loadRuleSet = (file: string, options: Place & Output & { reason: string }): Promise<void> =>
  withInstallation(options, async ({ database, operator }) => {
    const area = await database.transaction(async (db) => {
      const ctx = await operator(db)
      const decided = await loadRuleSetText(ctx, text(file), options.reason)
      await followRules(ctx, decided)
      return decided
    })
    print(options, { area }, `✔ 已载入“${file}”，适用于 ${area ?? '全国'}`)
  })
