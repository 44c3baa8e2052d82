// Reads the files that a command is given.
import { readFileSync } from 'node:fs'
import { Problem } from '../kernel/problem.ts'

export const text = (file: string): string => Buffer.from(readFile(file)).toString('utf8')

export function readFile(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch {
    throw new Problem(422, {
      code: 'file.unreadable',
      message: `读不了文件“${file}”。`,
      mend: '请核对文件名，并确认可以读取。',
    })
  }
}
