// `pack check`: every fault of a pack with its place and its mend.
import { programmeMeasures } from '../../modules/programmes/measures.ts'
import { checkPack } from '../../modules/programmes/pack-check.ts'
import { text } from '../files.ts'
import { exitCodes, type Output, print } from '../output.ts'

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
