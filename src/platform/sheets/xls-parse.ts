// Runs the parser of old .xls files in a thread of its own, with a bound on time and memory.
import { Worker } from 'node:worker_threads'
import { broken, encrypted, notSpreadsheet } from './refusals.ts'
import type { ErrorCell, Merge } from './workbook.ts'

/** A sheet as the worker sends it; `formats` has the codes of date-like numbers under row × 16384 + column. */
export type ParsedSheet = {
  name: string
  hidden: boolean
  rows: (string | number | boolean | ErrorCell | null)[][]
  formats: Map<number, string>
  merges: Merge[]
  hiddenRows: number[]
  hiddenColumns: number[]
}
type Answer =
  | { is1904: boolean; sheets: ParsedSheet[] }
  | { refused: 'encrypted' | 'broken' | 'word' | 'slides' | 'other' }

const longestMilliseconds = 60_000
const memory = { maxOldGenerationSizeMb: 768 }

/** What the file holds. Throws a Problem when it cannot be read, takes too long or too much memory. */
export async function parseXls(bytes: Uint8Array): Promise<{ is1904: boolean; sheets: ParsedSheet[] }> {
  const answer = await ask(bytes)
  if (!('refused' in answer)) return answer
  switch (answer.refused) {
    case 'encrypted':
      throw encrypted()
    case 'broken':
      throw broken('xls 结构有误')
    case 'word':
      throw notSpreadsheet('一份 Word 文档')
    case 'slides':
      throw notSpreadsheet('一份演示文稿')
    case 'other':
      throw notSpreadsheet('其他程序的文件')
  }
}

function ask(bytes: Uint8Array): Promise<Answer> {
  const worker = new Worker(new URL('./xls-worker.js', import.meta.url), {
    // A copy: a Buffer may be a window on memory that it shares with others.
    workerData: { bytes: new Uint8Array(bytes).buffer },
    execArgv: [],
    resourceLimits: memory,
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => reject(broken('读取时间过长')), longestMilliseconds)
    worker.once('message', resolve)
    worker.once('error', () => reject(broken('xls 结构有误')))
    worker.once('exit', () => {
      clearTimeout(clock)
      reject(broken('xls 结构有误'))
    })
  }).finally(() => worker.terminate()) as Promise<Answer>
}
