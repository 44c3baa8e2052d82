// Explains errors that a running database gives although the statement was right: disk full, gone, too busy, unfit text.
import { Problem } from '../../kernel/problem.ts'
import { notReady } from './faults.ts'

const full = notReady(
  'disk.full',
  '数据库所在的磁盘已满，刚才的操作没有保存。',
  '请联系管理员腾出磁盘空间（至少 1 GB），然后重做刚才的操作；以前保存的数据没有丢失。',
)
const gone = notReady(
  'database.unavailable',
  '数据库暂时连不上，刚才的操作可能没有保存。',
  '请稍后刷新页面核对，再重做刚才的操作；一直如此请联系管理员查看数据库。',
)
const busy = notReady('database.busy', '同时使用的人太多，数据库暂时忙不过来。', '请过几秒再试。')
const readOnly = notReady(
  'database.readOnly',
  '数据库现在是只读的，不能保存。',
  '请联系管理员确认 DATABASE_URL 指向主库。',
)

/** Text that PostgreSQL cannot hold: U+0000 and halves of characters. */
export const unfit = new Problem(400, {
  code: 'malformed',
  message: '内容里有系统不能保存的字符。',
  mend: '请删去看不见的特殊字符后再提交。',
})

/** By SQLSTATE (PostgreSQL manual, appendix A) or by Node's code of a broken connection. */
const byCode: Readonly<Record<string, Problem>> = {
  '53100': full,
  '53200': busy,
  '53300': busy,
  '57P01': gone,
  '57P02': gone,
  '57P03': gone,
  '08000': gone,
  '08003': gone,
  '08006': gone,
  '08001': gone,
  '25006': readOnly,
  '40001': busy,
  '40P01': busy,
  '22021': unfit,
  '22P05': unfit,
  ECONNREFUSED: gone,
  ECONNRESET: gone,
  EPIPE: gone,
  ETIMEDOUT: gone,
}

/** The Problem (503, or 400 for unfit text) for an error of a statement or connection, or null for anything else. */
export function explainDatabaseError(error: unknown): Problem | null {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  return byCode[code] ?? (/Connection terminated/.test(message) ? gone : null)
}
