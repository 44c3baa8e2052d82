// What a charter is made of: the answers of its form. A draft may lack any of them; null is "not filled in yet".
import { z } from 'zod'
import { count, words } from '../../kernel/fields.ts'
import { assetHeirs, Share } from '../rules/keys/charters-keys.ts'

const choice = <T extends Readonly<Record<string, string>>>(table: T) =>
  z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]])

/** How the text calls the organization after its first article. */
export const selfNames = {
  team: '本队',
  society: '本会',
  club: '本社',
  troupe: '本团',
  station: '本站',
  centre: '本中心',
  group: '本组',
  organization: '本组织',
} as const

/** 党的组织和工作, as the register has it; `omitted` only where the place does not ask for the clause. */
export const partyWays = {
  own: '单独建立党组织',
  joint: '与其他组织联合建立党组织',
  instructor: '由选派的党建指导员指导',
  none: '暂时没有，条件成熟时建立',
  omitted: '章程里不写',
} as const

export const joinings = {
  open: '报名登记就成为成员',
  leader: '经负责人同意',
  meeting: '经成员大会同意',
} as const

export const elections = { hands: '举手表决', ballot: '无记名投票' } as const

export const incomes = {
  dues: '成员会费',
  donations: '自愿捐赠和资助',
  government: '政府补助和购买服务',
  services: '公益服务的合理收入',
  other: '其他合法收入',
} as const

export const custodies = {
  none: '没有资金往来',
  self: '自己保管，管钱和管账分开',
  community: '请居（村）委会代管',
  hub: '请枢纽型社会组织代管',
} as const

export const disclosureWays = {
  board: '社区公示栏',
  chat: '成员和居民的微信群',
  meeting: '成员大会',
  website: '社区的网站或公众号',
} as const

/** One line of words: line breaks inside it become spaces. */
const line = (max: number) =>
  z.preprocess((given) => (typeof given === 'string' ? given.replace(/\s+/g, ' ') : given), words(max))

export const CharterForm = z.object({
  name: line(60).nullable(),
  self: choice(selfNames).nullable(),
  /** 性质: 由本社区居民自愿组成的文化艺术类社区社会组织. */
  nature: line(100).nullable(),
  /** 所在社区（村）. */
  community: line(60).nullable(),
  /** 管理单位: who files it. */
  authority: line(60).nullable(),
  /** 指导单位. */
  guidance: line(60).nullable(),
  /** 活动场所; 没有固定场所 is an answer. */
  place: line(200).nullable(),
  purpose: line(300).nullable(),
  /** 活动范围, one each. */
  activities: z.array(line(200)).max(12, '最多 12 项'),
  party: choice(partyWays).nullable(),
  /** Who may join. */
  eligibility: line(200).nullable(),
  joining: choice(joinings).nullable(),
  /** Yuan a year; 0: none. */
  dues: count(10_000).nullable(),
  /** 队长, 会长. */
  leaderTitle: line(10).nullable(),
  deputies: count(9).nullable(),
  election: choice(elections).nullable(),
  termYears: count(20).nullable(),
  /** 0: as often as elected. */
  termsMax: count(20).nullable(),
  meetingsPerYear: count(12).nullable(),
  quorum: Share.nullable(),
  majority: Share.nullable(),
  amendMajority: Share.nullable(),
  custody: choice(custodies).nullable(),
  /** Name of the custodian, where there is one. */
  custodian: line(60).nullable(),
  incomes: z.array(choice(incomes)),
  /** Yuan from which the members decide on an expense together. */
  largeExpense: count(1_000_000).nullable(),
  disclosureWays: z.array(choice(disclosureWays)),
  disclosuresPerYear: count(12).nullable(),
  heir: choice(assetHeirs).nullable(),
  /** Agreements of their own, an article each. */
  other: z.array(line(300)).max(10, '最多 10 条'),
})
export type CharterForm = z.infer<typeof CharterForm>
export type CharterField = keyof CharterForm

/** The questions, as they stand beside the fields and in the gaps of the text. */
export const charterFields: Readonly<Record<CharterField, string>> = {
  name: '名称',
  self: '简称',
  nature: '性质',
  community: '所在社区（村）',
  authority: '管理单位',
  guidance: '指导单位',
  place: '活动场所',
  purpose: '宗旨',
  activities: '活动范围',
  party: '党建工作',
  eligibility: '谁可以参加',
  joining: '怎样加入',
  dues: '会费',
  leaderTitle: '负责人的称呼',
  deputies: '副职人数',
  election: '选举方式',
  termYears: '每届任期',
  termsMax: '最多连任',
  meetingsPerYear: '每年成员大会次数',
  quorum: '开会最少到会',
  majority: '一般决定最少赞成',
  amendMajority: '修改章程、终止最少赞成',
  custody: '资金由谁保管',
  custodian: '代管单位',
  incomes: '资金来源',
  largeExpense: '大额支出标准',
  disclosureWays: '怎样公开',
  disclosuresPerYear: '每年公开次数',
  heir: '剩余财产',
  other: '其他约定',
}

export const emptyForm: CharterForm = {
  ...{ name: null, self: null, nature: null, community: null, authority: null, guidance: null, place: null },
  ...{ purpose: null, activities: [], party: null, eligibility: null, joining: null, dues: null },
  ...{ leaderTitle: null, deputies: null, election: null, termYears: null, termsMax: null },
  ...{ meetingsPerYear: null, quorum: null, majority: null, amendMajority: null },
  ...{ custody: null, custodian: null, incomes: [], largeExpense: null },
  ...{ disclosureWays: [], disclosuresPerYear: null, heir: null, other: [] },
}

/** Whether a question is asked at all, given the other answers. */
export function isAsked(field: CharterField, form: CharterForm): boolean {
  const hasMoney = form.custody !== 'none'
  if (field === 'custodian') return form.custody === 'community' || form.custody === 'hub'
  return field === 'incomes' || field === 'largeExpense' ? hasMoney : true
}
