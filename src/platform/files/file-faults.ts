// What is wrong with a file that somebody handed in, in words.
import { type FileKind, fileKinds, kindWords } from '../../kernel/file-kind.ts'
import { Problem } from '../../kernel/problem.ts'

const fault = (code: string, message: string, mend: string) =>
  new Problem(422, { code: `file.${code}`, message, mend, faults: [{ at: 'file', message }] })

export const emptyFile = (name: string) =>
  fault('empty', `文件“${name}”是空的，没有内容。`, '请在电脑或手机上先打开它看一看，再重新选择。')

/** `is` says in Chinese what it seems to be. */
export const notAccepted = (name: string, is: string, allowed: readonly FileKind[]) =>
  fault('kind', `文件“${name}”是${is}，这里不收。`, `这里收 ${kindWords(allowed)}。${hintFor(is)}`)

export const lies = (name: string, ending: string, kind: FileKind) =>
  fault(
    'lies',
    `文件“${name}”的名字以 .${ending} 结尾，内容却是 ${fileKinds[kind].label}。`,
    `请把名字的结尾改成 .${fileKinds[kind].endings[0]} 后再上传；如果不知道它为什么是这样，请不要上传。`,
  )

export const damaged = (name: string, kind: FileKind) =>
  fault(
    'damaged',
    `文件“${name}”开头像 ${fileKinds[kind].label}，后面不完整或被改动过。`,
    '请用原来的程序打开、另存一份再上传；也可以打印后拍照上传。',
  )

export const withMacros = (name: string) =>
  fault('macros', `文件“${name}”里有宏程序，为了安全不收。`, '请另存为 .docx、.xlsx 或 PDF 后再上传。')

const hintFor = (is: string): string =>
  is.includes('HEIC') ? '苹果手机：设置 → 相机 → 格式 → 选“兼容性最佳”后重拍，或截屏后上传截图。' : ''
