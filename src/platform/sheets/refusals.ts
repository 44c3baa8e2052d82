// Every reason why a workbook is not read, each with the sentence a person reads and the way to mend it.
import { Problem } from '../../kernel/problem.ts'

const resave = '请用 WPS 或 Excel 打开，另存为“Excel 工作簿（*.xlsx）”后再上传。'
const clean = '请选中数据以外的行和列，整行整列删除后保存，再上传。'

const refuse = (code: string, message: string, mend: string): Problem =>
  new Problem(422, { code: `sheets.${code}`, message, mend })
const tooLarge = (code: string, message: string, mend: string): Problem =>
  new Problem(413, { code: `sheets.${code}`, message, mend })

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(bytes < 10_485_760 ? 1 : 0)
const count = (n: number): string => n.toLocaleString('en-US')

export const emptyFile = (): Problem =>
  refuse('empty', '文件是空的，没有任何内容。', '请检查是否选对了文件。')

export const noData = (): Problem =>
  refuse('noData', '工作簿里没有数据，所有工作表都是空的。', '请检查是否选对了文件，或者数据是否已经保存。')

export const notSpreadsheet = (what: string): Problem =>
  refuse('notSpreadsheet', `这个文件不是表格，而是${what}。`, '请上传 xlsx、xls 或 csv 格式的表格文件。')

export const oldFormat = (what: string): Problem => refuse('otherFormat', `暂不支持读取${what}。`, resave)

export const broken = (what: string): Problem => refuse('broken', `文件已损坏，无法读取（${what}）。`, resave)

export const encrypted = (): Problem =>
  refuse(
    'encrypted',
    '工作簿设有打开密码，无法读取。',
    '请在 WPS 或 Excel 中取消打开密码（文件 › 文档加密），保存后再上传。',
  )

export const entities = (): Problem =>
  refuse('entities', '文件内含有不安全的内容（XML 实体声明），不予读取。', resave)

export const suspicious = (what: string): Problem =>
  refuse('suspicious', `文件的压缩方式异常（${what}），为安全起见不予读取。`, resave)

export const undecodable = (): Problem =>
  refuse(
    'encoding',
    '无法识别文件的文字编码。',
    '请用 WPS 或 Excel 打开，另存为 xlsx，或者另存为“CSV UTF-8”。',
  )

export const unbalancedQuotes = (): Problem =>
  refuse('quotes', 'CSV 文件里的双引号不成对，无法分清各列。', resave)

export const nestedTables = (): Problem =>
  refuse('nestedTables', '这是保存成 .xls 的网页，表格里套着表格，无法分清行列。', resave)

export const fileTooLarge = (bytes: number, limit: number): Problem =>
  tooLarge(
    'fileTooLarge',
    `文件有 ${megabytes(bytes)} MB，上限是 ${megabytes(limit)} MB。`,
    '请删去图片和无关的工作表，或者拆成几个文件分别上传。',
  )

export const unpackedTooLarge = (limit: number): Problem =>
  tooLarge('unpackedTooLarge', `文件解压后超过 ${megabytes(limit)} MB，不予读取。`, clean)

export const tooManySheets = (n: number, limit: number): Problem =>
  tooLarge(
    'tooManySheets',
    `工作簿有 ${count(n)} 个工作表，上限是 ${count(limit)} 个。`,
    '请把要导入的工作表另存为单独的文件。',
  )

export const tooManyRows = (sheet: string, limit: number): Problem =>
  tooLarge(
    'tooManyRows',
    `工作表“${sheet}”在第 ${count(limit)} 行以后还有内容，超出上限。`,
    `${clean}数据确实这么多时，请拆成几个文件。`,
  )

export const tooManyColumns = (sheet: string, at: string, limit: number): Problem =>
  tooLarge('tooManyColumns', `工作表“${sheet}”的单元格 ${at} 有内容，超出了 ${limit} 列的上限。`, clean)

export const tooManyCells = (limit: number): Problem =>
  tooLarge('tooManyCells', `工作簿里有内容的单元格超过 ${count(limit)} 个。`, '请拆成几个文件分别上传。')

export const cellTooLong = (sheet: string, at: string, limit: number): Problem =>
  tooLarge(
    'cellTooLong',
    `工作表“${sheet}”的单元格 ${at} 超过 ${count(limit)} 个字。`,
    '请缩短这个单元格的内容。',
  )

export const tooManyMerges = (sheet: string, limit: number): Problem =>
  tooLarge(
    'tooManyMerges',
    `工作表“${sheet}”的合并单元格超过 ${count(limit)} 处。`,
    '请取消数据区的合并单元格后再上传。',
  )
