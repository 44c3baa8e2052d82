// `targets`: where each target of a programme stands, as the page says it.
import { Problem } from '../../kernel/problem.ts'
import { asDay, type Day } from '../../kernel/time.ts'
import { listProgrammes, placeOf, rowsAt, standingAt } from '../../modules/programmes/server/index.ts'
import { stateLabels } from '../../modules/programmes/words.ts'
import { measureSources } from '../../server.ts'
import { type Place, withInstallation } from '../installation.ts'
import { type Output, print, table } from '../output.ts'

type Options = Place & Output & { programme: string; area?: string; asOf?: string }

export const showTargets = (options: Options): Promise<void> =>
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
