// The values of parameters in Chinese: groups, names of fields, choices, and a value as a sentence would have it.
import { limitText } from '../../kernel/working-days.ts'
import { assetHeirs, charterChapters } from './keys/charters-keys.ts'
import type { RuleName } from './rule-keys.ts'
import type { Field, Shape } from './value-shape.ts'

/** Parameters stand together by the first part of their names; in the order of an organization's life. */
export const ruleGroups: Readonly<Record<string, string>> = {
  tiering: '分类管理的条件',
  naming: '名称',
  filing: '申请、审核和决定',
  certificate: '证书',
  party: '党建',
  charters: '章程',
  hubs: '枢纽型组织',
  changes: '变更、休眠和退出',
  census: '普查',
  training: '培训',
  workers: '社会工作者和持证奖励',
  volunteers: '志愿服务',
  honors: '品牌与试点',
  support: '支持平台和孵化',
  venues: '场地',
  activities: '活动',
  majorEvents: '重大活动报告',
}

export const groupOf = (name: RuleName): string => name.slice(0, name.indexOf('.'))

const fieldNames: Readonly<Record<string, string>> = {
  days: '天数',
  unit: '单位',
  least: '至少',
  most: '至多',
  id: '代号',
  title: '名称',
  why: '用处',
  required: '必须交',
  way: '怎样得到',
  dualOnly: '只在双重管理时',
  area: '行政区划',
  community: '社区（村）',
  tradeName: '字号',
  field: '业务范围',
  committeeMeeting: '支部委员会',
  membersMeeting: '党员大会',
  themeDay: '主题党日',
  lecture: '党课',
  lifeMeeting: '组织生活会',
  appraisal: '民主评议党员',
  subdistrict: '街道',
  town: '乡镇',
  zone: '功能区',
  county: '县区',
  registered: '登记的',
  filed: '备案的',
  guided: '指导管理的',
  present: '到会人数',
  inFavour: '赞成票',
  name: '代号',
  within: '期限',
  part: '分子',
  of: '分母',
  more: '要超过（不含等于）',
  chapter: '写在哪一章',
  text: '条文',
  brand: '品牌',
  model: '示范',
  pilot: '试点',
  observationSite: '观察点',
  assistant: '助理社会工作师',
  qualified: '社会工作师',
  senior: '高级社会工作师',
}

const choiceNames: Readonly<Record<string, string>> = {
  festival: '节庆活动',
  performance: '文化演出',
  contest: '体育竞赛',
  gathering: '人员集会',
  foreigners: '有境外人员参加',
  minors: '有未成年人参加',
  outdoors: '在户外举行',
  tickets: '售票或收费',
  beforeEvent: '举办前多少日',
  afterDecision: '决定举办后多少日',
  days: '日',
  workingDays: '工作日',
  required: '必须有',
  optional: '可以省略',
  allowed: '可以',
  advised: '可以，提示写全称',
  refused: '不可以',
  month: '每月一次',
  quarter: '每季度一次',
  halfYear: '每半年一次',
  year: '每年一次',
  never: '不要求',
  township: '街镇',
  county: '县区民政',
  city: '市级民政',
  form: '由填写的内容生成',
  roster: '由名单生成',
  file: '上传文件',
  community: '社区（村）',
  registered: '登记',
  filed: '备案',
  guided: '指导管理',
}

/** The choices of single parameters, where the word alone would not tell. */
const ownChoices: { readonly [K in RuleName]?: Readonly<Record<string, string>> } = {
  'charters.assetHeirs': assetHeirs,
  'charters.extraArticles': charterChapters,
  'volunteers.adultKinds': {
    community: '社区服务',
    elderly: '为老助残',
    children: '关爱儿童',
    culture: '文体科教',
    environment: '环境保护',
    safety: '平安巡防',
    mediation: '邻里调解',
    event: '活动保障',
    rescue: '应急救援',
    other: '其他',
  },
  'majorEvents.types': { other: '其他活动' },
  'filing.directCategories': {
    service: '生活服务',
    elderCare: '养老照护',
    charity: '公益慈善',
    mutualHelp: '居民互助',
    culture: '文化艺术',
    sports: '体育健身',
    science: '科普教育',
    mediation: '纠纷调处',
    safety: '平安建设',
    governance: '议事协商',
    environment: '环境保护',
    rural: '农业农村服务',
    customs: '移风易俗',
    other: '其他特色',
  },
}

export const fieldName = (name: string): string => fieldNames[name] ?? name

export const choiceName = (rule: RuleName, choice: string): string =>
  ownChoices[rule]?.[choice] ?? choiceNames[choice] ?? choice

/** Words that have none yet, so that a test can ask for them. */
export const wordless = (rule: RuleName, shape: Shape): string[] => {
  switch (shape.kind) {
    case 'choice':
      return shape.choices.filter((choice) => choiceName(rule, choice) === choice && isLatin(choice))
    case 'list':
      return wordless(rule, shape.item)
    case 'tuple':
      return shape.items.flatMap((item) => wordless(rule, item))
    case 'maybe':
      return wordless(rule, shape.of)
    case 'named':
      return wordless(rule, shape.value)
    case 'fields':
      return shape.fields.flatMap((field) => [
        ...(fieldName(field.name) === field.name && isLatin(field.name) ? [field.name] : []),
        ...wordless(rule, field.shape),
      ])
    default:
      return []
  }
}

const isLatin = (text: string): boolean => /^[a-z]/i.test(text)

/** A value in words: 3, 是, 7 个工作日, 申请表、成员名册. */
export function valueWords(rule: RuleName, shape: Shape, value: unknown): string {
  switch (shape.kind) {
    case 'number':
      return numberWords(rule, Number(value))
    case 'flag':
      return value ? '是' : '否'
    case 'text':
      return choiceName(rule, String(value))
    case 'choice':
      return choiceName(rule, String(value))
    case 'maybe':
      return value === null ? '不要求' : valueWords(rule, shape.of, value)
    case 'list':
      return listWords(rule, shape.item, value as readonly unknown[])
    case 'tuple':
      return shape.items.map((item, at) => valueWords(rule, item, (value as unknown[])[at])).join('/')
    case 'named':
      return listWords(rule, shape.value, Object.values(value as object))
    case 'fields':
      return fieldsWords(rule, shape.fields, value as Readonly<Record<string, unknown>>)
  }
}

/** Money is kept in 分. */
export const isMoney = (rule: RuleName): boolean => /money$|rewards$/i.test(rule)

/** Of what a tier demands, 0 demands nothing. */
const numberWords = (rule: RuleName, value: number): string =>
  value === 0 && rule.startsWith('tiering.')
    ? '不要求'
    : isMoney(rule)
      ? `${(value / 100).toLocaleString('zh-CN')} 元`
      : value.toLocaleString('zh-CN')

const listWords = (rule: RuleName, item: Shape, values: readonly unknown[]): string =>
  values.length === 0 ? '无' : values.map((value) => valueWords(rule, item, value)).join('、')

function fieldsWords(
  rule: RuleName,
  fields: readonly Field[],
  value: Readonly<Record<string, unknown>>,
): string {
  if (isLimit(value)) return limitText(value)
  if (isShare(value)) return value.more ? `超过 ${value.part}/${value.of}` : `${value.part}/${value.of} 以上`
  if (typeof value.title === 'string')
    return value.required === false ? `${value.title}（可选）` : value.title
  const said = fields.filter(({ name }) => value[name] !== undefined)
  return said
    .map(({ name, shape }) => `${fieldName(name)}：${valueWords(rule, shape, value[name])}`)
    .join('；')
}

type Share = { part: number; of: number; more: boolean }
const isShare = (value: object): value is Share => 'part' in value && 'of' in value && 'more' in value

const isLimit = (value: object): value is Parameters<typeof limitText>[0] =>
  'days' in value && 'unit' in value
