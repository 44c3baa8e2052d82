// Which words mean which of the register's closed choices: the labels themselves, and what other tables call them.
import { categories, legalForms, organizationStatuses, partyPresences, tiers } from '../choices.ts'
import { mismatch, nothing, type Parsed, readPlain, saysNone, saysUnknown } from './parsed.ts'
import type { Cell } from './table.ts'

/** `also` are other names; `coarse` are wider ones, taken with a warning. */
export type Choice<T extends string> = {
  value: T
  label: string
  also?: readonly string[]
  coarse?: readonly string[]
}

/**
 * Reads one of the choices by its label or another name; a number before it and 类 behind it do not matter.
 * Two different choices in one cell are a problem that names the possible ones.
 */
export function parseChoice<T extends string>(cell: Cell, choices: readonly Choice<T>[]): Parsed<T> {
  const read = readPlain(cell)
  if ('problem' in read) return read
  const text = plain(read.text)
  const found = find(text, choices)
  if (found) return found
  if (text === '' || saysNone(read.text) || saysUnknown(read.text)) return nothing
  return mismatch(read.text, `“${choices.map(({ label }) => label).join('”“')}”之一`)
}

function find<T extends string>(text: string, choices: readonly Choice<T>[]): Parsed<T> | null {
  return (wordsOf(choices).get(text) as Parsed<T> | undefined) ?? null
}

const known = new WeakMap<readonly Choice<string>[], Map<string, Parsed<string>>>()

/** Every word of the choices with what it means, made once; an exact word goes before a coarse one. */
function wordsOf(choices: readonly Choice<string>[]): Map<string, Parsed<string>> {
  const made = known.get(choices)
  if (made) return made
  const words = new Map<string, Parsed<string>>()
  for (const { value, label, coarse = [] } of choices) {
    for (const word of coarse) words.set(plain(word), { ok: value, warning: `“${word}”暂按“${label}”读取` })
  }
  for (const { value, label, also = [] } of [...choices].reverse()) {
    for (const word of [label, ...also]) words.set(plain(word), { ok: value })
  }
  known.set(choices, words)
  return words
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/^\(?(\d{1,2}|[a-z])\)?[.、:：]/i, '')
    .replace(/[\s“”"'·]/g, '')
    .replace(/(类别|类型|类)(组织|社会组织)?$/, '')

type Others = { also?: readonly string[]; coarse?: readonly string[] }

const tableOf = <T extends string>(
  labels: Readonly<Record<T, string>>,
  others: Readonly<Partial<Record<T, Others>>>,
): readonly Choice<T>[] =>
  (Object.keys(labels) as T[]).map((value) => ({ value, label: labels[value], ...others[value] }))

const tables = {
  category: tableOf(categories, {
    service: { also: ['为民服务', '社区服务', '便民服务', '社会服务', '服务', '生活'], coarse: ['志愿服务'] },
    elderCare: { also: ['养老', '养老服务', '助老', '为老服务', '老年'] },
    charity: { also: ['公益', '慈善', '公益服务', '慈善公益', '公益志愿'] },
    mutualHelp: { also: ['邻里互助', '互助', '邻里守望', '互助服务'] },
    culture: {
      also: ['文化', '文艺', '艺术'],
      coarse: ['文体', '文体活动', '文体娱乐', '文化体育', '文娱', '文体科教', '文化娱乐', '文教'],
    },
    sports: { also: ['体育', '健身', '体育活动', '健身娱乐', '体育娱乐'] },
    science: { also: ['科教', '科普', '教育', '教育培训', '科学教育', '科技教育', '教育科普'] },
    mediation: { also: ['调解', '矛盾调解', '人民调解', '纠纷调解', '矛盾调处'] },
    safety: { also: ['平安', '治安', '平安志愿', '群防群治', '治安巡逻', '平安创建'] },
    governance: {
      also: ['自治', '议事', '社区治理', '基层治理', '居民自治', '协商议事', '民主协商'],
      coarse: ['社区事务', '社区事务管理'],
    },
    environment: { also: ['环保', '环境', '生态环保', '生态环境', '环境治理', '垃圾分类'] },
    rural: {
      also: ['农业农村', '农村', '农业', '农村生产技术服务', '农技', '农村服务'],
      coarse: ['乡村振兴'],
    },
    customs: { also: ['红白理事', '移风易俗理事'] },
    other: { also: ['其他', '其它', '特色'] },
  }),
  tier: tableOf(tiers, {
    registered: { also: ['已登记', '登记注册', '注册', '正式登记', '登记管理', '登记类'] },
    filed: { also: ['已备案', '街道备案', '镇街备案', '社区备案', '备案管理', '备案制'] },
    guided: { also: ['指导', '未备案', '社区指导', '自我管理', '未登记', '指导类'] },
  }),
  legalForm: tableOf(legalForms, {
    association: { also: ['社团', '社会团体法人', '协会'] },
    serviceAgency: { also: ['社会服务机构', '民办非企业单位', '民非', '民办非企业', '民办非企业单位(法人)'] },
    foundation: { also: ['社区基金会', '慈善基金会'] },
    none: { also: ['无', '非法人', '备案组织', '群众团队', '无法人资格', '中介组织'] },
  }),
  status: tableOf(organizationStatuses, {
    active: { also: ['活跃', '正常运行', '正常活动', '运行', '在用', '良好', '存续', '正常运转'] },
    dormant: { also: ['休眠', '停滞', '不正常', '停止活动', '僵尸', '闲置', '暂停', '运行一般'] },
    ended: { also: ['退出', '注销', '已注销', '撤销', '已撤销', '解散', '已解散', '清退', '合并'] },
  }),
  partyBranch: tableOf(partyPresences, {
    own: {
      also: [
        '是',
        '有',
        '已建',
        '已建立',
        '已成立',
        '√',
        '✓',
        '单独组建',
        '单独建立',
        '党支部',
        '党委',
        '党总支',
        '独立党支部',
        '单建',
      ],
      coarse: [
        '功能型党支部',
        '临时党支部',
        '党小组',
        '功能型党小组',
        '兼合式党支部',
        '兼合式党组织',
        '功能型党组织',
      ],
    },
    joint: { also: ['联合党支部', '联合支部', '联合组建', '联合建立', '联建', '联合党组织'] },
    instructor: { also: ['党建指导员', '派驻党建指导员', '选派指导员', '指导员', '选派', '派驻'] },
    none: {
      also: [
        '否',
        '无',
        '没有',
        '未建',
        '未建立',
        '未成立',
        '未覆盖',
        '×',
        '✗',
        '无党员',
        '不足三名',
        '不足三名党员',
        '不具备条件',
      ],
      coarse: ['应建未建'],
    },
  }),
}

export type ChoiceField = keyof typeof tables
export const choiceFields = Object.keys(tables) as ChoiceField[]
export type ChoiceValue<F extends ChoiceField> = (typeof tables)[F][number]['value']

/** Reads a closed choice of the register. */
export const parseChoiceField = <F extends ChoiceField>(field: F, cell: Cell): Parsed<ChoiceValue<F>> =>
  parseChoice<ChoiceValue<F>>(cell, tables[field] as readonly Choice<ChoiceValue<F>>[])

/** The label that export writes. */
export const labelOfChoice = (field: ChoiceField, value: string): string =>
  (tables[field] as readonly Choice<string>[]).find((choice) => choice.value === value)?.label ?? value

/** The labels of a field, in order, for a drop-down list. */
export const labelsOf = (field: ChoiceField): string[] => tables[field].map(({ label }) => label)

/** Whether a text means one of the field's choices. */
export const recognizes = (field: ChoiceField, text: string): boolean => {
  const parsed = parseChoiceField(field, text)
  return 'ok' in parsed && parsed.ok !== null
}
