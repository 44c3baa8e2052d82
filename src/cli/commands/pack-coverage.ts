// `pack coverage`: where the figure of each target of each pack comes from.
import { coverageOf, type TargetCoverage } from '../../modules/programmes/coverage.ts'
import { programmeMeasures } from '../../modules/programmes/measures.ts'
import { checkPack } from '../../modules/programmes/pack-check.ts'
import { measureSources } from '../../server.ts'
import { text } from '../files.ts'
import { exitCodes, type Output, print, table } from '../output.ts'

/** Needs no database. Exit code 1 when a target has no source, or a file is not a pack. */
export async function packCoverage(files: string[], options: Output): Promise<void> {
  const live = new Set(Object.keys(measureSources))
  const found = files.map((file) => {
    const { pack } = checkPack(text(file), file, programmeMeasures)
    return { file, title: pack?.title ?? null, targets: pack ? coverageOf(pack, live) : [] }
  })
  print(options, found, () => found.map(wordsOf).join('\n\n'))
  if (found.some((each) => !isWhole(each))) process.exitCode = exitCodes.refused
}

type Found = { file: string; title: string | null; targets: TargetCoverage[] }

const isWhole = ({ title, targets }: Found): boolean =>
  title !== null && targets.every(({ covered }) => covered)

function wordsOf(found: Found): string {
  const { file, title, targets } = found
  if (title === null) return `✘ ${file}：有错误，请先用 pack check 检查`
  const lacking = targets.filter(({ covered }) => !covered).length
  const judged = targets.filter(({ qualitative }) => qualitative).length
  const sum = `${targets.length} 个目标，${targets.length - judged} 个由记录计算，${judged} 个由人凭据评定`
  return [
    `${isWhole(found) ? '✔' : '✘'} ${file}：${title}，${sum}${lacking > 0 ? `，${lacking} 个没有来源` : ''}`,
    table(targets.map((each) => [`  ${each.target}`, each.title, sourceWords(each)])),
  ].join('\n')
}

function sourceWords({ qualitative, sources }: TargetCoverage): string {
  if (qualitative) return '定性：由人评定，附凭据'
  return sources
    .map(({ measure, module, live }) => `${measure}（${module}）${live ? '' : ' 没有来源'}`)
    .join('、')
}
