// Why a step of an import cannot be taken, in words.
import { Problem } from '../../../kernel/problem.ts'
import type { ImportStatus, ImportWords } from '../imports-api.ts'
import type { StoredImport } from './import-store.ts'

export function refuseUnless(status: ImportStatus, stored: StoredImport): void {
  if (stored.status !== status) throw movedOn(stored)
}

export const movedOn = (stored: StoredImport) =>
  new Problem(409, {
    code: 'import.movedOn',
    message: `“${stored.fileName}”的状态已经变了，这一步不能再做。`,
    mend: '请刷新页面看它现在的状态。',
  })

export const hasProblems = (count: number) =>
  new Problem(422, {
    code: 'import.hasProblems',
    message: `还有 ${count} 行有问题，不能全部导入。`,
    mend: '请下载标注错误的表格改正后重新上传，或选择只导入没有问题的行。',
  })

export const registerMoved = (name: string) =>
  new Problem(409, {
    code: 'import.registerMoved',
    message: `预览之后，“${name}”在名录里有了变化。`,
    mend: '请重新预览（在第一步点“重新读取”），核对后再导入。',
  })

export const dependedOn = (why: string, { thing }: ImportWords) =>
  new Problem(409, {
    code: 'import.dependedOn',
    message: `${why}，整次导入不能再撤销。`,
    mend: `请逐个修改需要改正的${thing}。`,
  })

export const carriedOn = new Problem(409, {
  code: 'import.carriedOn',
  message: '导入的组织里，有的已经办了证书、申请或别的手续，整次导入不能再撤销。',
  mend: '请逐个修改需要改正的组织；不该在名录里的，请办理退出。',
})

/** A choice in the matching that the workbook or the kind does not have. */
export const notToMatch = (at: string, message: string) =>
  new Problem(422, {
    code: 'import.matching',
    message,
    mend: '请刷新页面，在列出的选项中重新选择。',
    faults: [{ at, message }],
  })

export const workbookGone = new Problem(409, {
  code: 'import.workbookGone',
  message: '这份表里有用不着再保存的个人信息，导入后原表已经删去。',
  mend: '请用自己手里的那一份。',
})
