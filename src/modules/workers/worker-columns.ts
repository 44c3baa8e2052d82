// The columns of a list of social workers: how we write them, how others do, and how their cells are read.

import type { Parsers } from '../organizations/import/index.ts'
import {
  type GivenDay,
  mismatch,
  nothing,
  type Parsed,
  parseDay,
  parseName,
  parseText,
  readPlain,
  type Vocabulary,
} from '../organizations/import/index.ts'
import { CertificateNumber, type Employment, type Grade, type Site } from './worker.ts'

/** What a row can say. Areas and organizations stay names: the server looks them up. */
export type WorkerRowValues = {
  name: string
  township: string
  community: string
  area: string
  organization: string
  site: Site
  employment: Employment
  from: GivenDay
  grade: Grade
  number: string
  obtainedOn: GivenDay
  validUntil: GivenDay
}

export const workerLabels = {
  name: '姓名',
  township: '所在街道（镇）',
  community: '所在社区（村）',
  area: '所属区域',
  organization: '所在组织',
  site: '任职单位类型',
  employment: '专职或兼职',
  from: '到岗日期',
  grade: '职业资格等级',
  number: '证书编号',
  obtainedOn: '取得日期',
  validUntil: '登记有效期至',
} as const satisfies Record<keyof WorkerRowValues, string>

export const workerVocabulary: Vocabulary = {
  labels: workerLabels,
  key: 'name',
  names: {
    name: { sure: ['社工姓名', '人员姓名', '社会工作者姓名', '社会工作者'], likely: /^姓名/ },
    township: {
      sure: ['街道', '乡镇', '镇街', '街镇', '所属街道', '所属镇街', '所在街道', '所在镇街'],
      likely: /^(所属|所在)?(街道|乡镇|镇|街镇|镇街)/,
      never: /社区|村|代码/,
    },
    community: {
      sure: ['社区', '所属社区', '所在社区', '村居', '社区村', '所在村居', '服务社区'],
      likely: /^(所属|所在|服务)?(社区|村居|村社|村)/,
      never: /街道|镇|乡|代码|组织/,
    },
    area: { sure: ['行政区划', '所属区划', '区域'], likely: /区划$|地区$/, never: /代码/ },
    organization: {
      sure: [
        '所在社会组织',
        '社会组织名称',
        '所属组织',
        '工作单位',
        '所在单位',
        '组织名称',
        '单位名称',
        '枢纽组织',
      ],
      likely: /(组织|单位|机构)(名称)?$/,
      never: /类型|类别|主管|发证/,
    },
    site: { sure: ['单位类型', '岗位类型', '任职单位', '工作场所'], likely: /(单位|岗位)(类型|类别|性质)$/ },
    employment: {
      sure: ['专兼职', '专职兼职', '是否专职', '任职方式', '用工形式'],
      likely: /专.?兼职|是否专职/,
    },
    from: {
      sure: ['到岗时间', '入职时间', '入职日期', '上岗时间', '任职时间', '开始工作时间'],
      likely: /(到岗|入职|上岗|任职)/,
    },
    grade: {
      sure: [
        '等级',
        '证书等级',
        '职业水平',
        '资格等级',
        '职称',
        '持证情况',
        '证书名称',
        '资格证书',
        '职业资格',
      ],
      likely: /(等级|级别|职称|持证|资格)$/,
      never: /编号|号码|时间|日期/,
    },
    number: {
      sure: [
        '证书号',
        '证书号码',
        '证书编码',
        '资格证书编号',
        '管理号',
        '登记证号',
        '登记编号',
        '证书管理号',
      ],
      likely: /(证书|证|登记|管理)(编)?号(码)?$/,
      never: /身份证|电话/,
    },
    obtainedOn: {
      sure: ['取得时间', '取证时间', '获证时间', '发证日期', '发证时间', '批准日期', '证书取得时间'],
      likely: /(取得|取证|获证|发证|批准)/,
      never: /机关|单位/,
    },
    validUntil: {
      sure: ['有效期至', '有效期', '证书有效期', '到期日期', '登记有效期'],
      likely: /有效期|到期/,
    },
  },
}

export const workerParsers: Parsers<WorkerRowValues> = {
  name: (cell) => parseName(cell, 40),
  township: (cell) => parseName(cell, 60),
  community: (cell) => parseName(cell, 60),
  area: (cell) => parseText(cell, 120),
  organization: (cell) => parseName(cell, 60),
  site: (cell) =>
    choose(cell, '社区、社会工作服务站、社会组织或其他单位', [
      [/服务站|社工站|站点/, 'station'],
      [/社区|村|居委会/, 'community'],
      [/组织|社团|协会|机构|枢纽/, 'organization'],
      [/其他|单位|街道|镇|机关/, 'other'],
    ]),
  employment: (cell) =>
    choose(cell, '专职或兼职', [
      [/^(专职|全职|全日制|是|专)$/, 'full'],
      [/^(兼职|兼任|非全日制|否|兼)$/, 'part'],
    ]),
  from: (cell) => parseDay(cell),
  grade: (cell) =>
    choose(cell, '助理社会工作师、社会工作师、高级社会工作师或未持证', [
      [/未|无证|没有/, 'none'],
      [/助理|助工|初级/, 'assistant'],
      [/高级/, 'senior'],
      [/社会工作师|社工师|中级/, 'qualified'],
    ]),
  number: readNumber,
  obtainedOn: (cell) => parseDay(cell),
  validUntil: readUntil,
}

type CellOf = Parameters<typeof readPlain>[0]

/** The first choice whose words the cell holds; 无 and the like say nothing. */
function choose<V extends string>(
  cell: CellOf,
  expected: string,
  choices: readonly (readonly [RegExp, V])[],
): Parsed<V> {
  const text = parseText(cell, 60)
  if ('problem' in text || text.ok === null) return text as Parsed<V>
  const plain = text.ok.normalize('NFKC').replace(/\s/g, '')
  const found = choices.find(([words]) => words.test(plain))
  return found ? { ok: found[1] } : mismatch(plain, expected)
}

function readNumber(cell: CellOf): Parsed<string> {
  const text = parseText(cell, 60)
  if ('problem' in text || text.ok === null) return text
  const number = CertificateNumber.safeParse(text.ok)
  if (/e\+\d+$/i.test(text.ok)) return mismatch(text.ok, '完整的证书编号，这里的数字已经丢了后几位')
  return number.success ? { ok: number.data } : mismatch(text.ok, '证书编号，4 至 40 个字母、数字')
}

/** 长期 is without limit. */
function readUntil(cell: CellOf): Parsed<GivenDay> {
  const read = readPlain(cell)
  if (!('problem' in read) && /^(长期|永久|不限)(有效)?$/.test(read.text)) return nothing
  return parseDay(cell)
}
