// Every measure that a programme may count: those that have a source, and those that are awaited.
import type { Attribute, MeasureCatalogue } from '../../kernel/measure.ts'
import { organizationMeasures } from '../organizations/measures.ts'

const choice = (title: string, choices: Readonly<Record<string, string>>): Attribute => ({
  title,
  kind: 'choice',
  choices,
})
const flag = (title: string): Attribute => ({ title, kind: 'flag' })
const number = (title: string): Attribute => ({ title, kind: 'number' })
const text = (title: string): Attribute => ({ title, kind: 'text' })

const level = choice('级别', {
  province: '省级',
  city: '市级',
  county: '县（区）级',
  township: '街道（乡镇）级',
  community: '社区（村）级',
})
const subject = choice('主体', { organization: '社区社会组织', project: '项目', area: '地区' })
const theme = choice('主题', {
  organizations: '社区社会组织培育',
  rural: '农村社区社会组织培育',
  deliberation: '协商议事',
  other: '其他',
})

/** 培育扶持: where organizations are cultivated. (SZ 二(一)2, GZ 二(一)2, CQ (二), HS 三(三)7) */
const support = {
  supportPlatforms: {
    title: '支持平台',
    unit: '个',
    kind: 'stock',
    attributes: {
      kind: choice('类型', {
        platform: '支持平台',
        incubator: '孵化基地',
        socialWorkStation: '社会工作服务站',
        venue: '活动场所',
      }),
      level,
    },
  },
  hubServices: {
    title: '枢纽型组织联系服务的组织',
    unit: '个',
    kind: 'stock',
    attributes: {
      kind: choice('服务', { custody: '资金代管', training: '培训', project: '项目', advice: '咨询' }),
    },
  },
  custodyAccounts: { title: '资金代管账户', unit: '个', kind: 'stock', attributes: {} },
  incubations: {
    title: '入驻孵化的组织',
    unit: '个',
    kind: 'stock',
    attributes: { subsidized: flag('给予孵化补贴') },
  },
  funds: {
    title: '社区基金',
    unit: '个',
    kind: 'stock',
    attributes: {
      kind: choice('类型', {
        special: '专项基金',
        micro: '微基金',
        mutual: '互助基金',
        foundation: '基金会',
      }),
    },
  },
} as const satisfies MeasureCatalogue

/** 能力提升: training and people. (SZ 二(二)1, GZ 二(二)1, CQ (二)(十五), HS 三(三)8, TC 优化人才培养) */
const talent = {
  trainings: {
    title: '能力培训',
    unit: '次',
    kind: 'flow',
    attributes: {
      audience: choice('对象', {
        keyMembers: '组织骨干',
        socialWork: '社区社会工作人才',
        officers: '民政和社区工作者',
      }),
      level,
    },
  },
  trainingAttendance: {
    title: '培训人次',
    unit: '人次',
    kind: 'flow',
    attributes: {
      audience: choice('对象', {
        keyMembers: '组织骨干',
        socialWork: '社区社会工作人才',
        officers: '民政和社区工作者',
      }),
      leader: flag('负责人参加'),
    },
  },
  socialWorkers: {
    title: '社会工作专业人才',
    unit: '名',
    kind: 'stock',
    attributes: {
      grade: choice('等级', {
        assistant: '助理社会工作师',
        qualified: '社会工作师',
        senior: '高级社会工作师',
        none: '未持证',
      }),
      employment: choice('任职', { full: '专职', part: '兼职' }),
    },
  },
  examRewards: {
    title: '持证奖励',
    unit: '元',
    kind: 'flow',
    attributes: {
      grade: choice('等级', {
        assistant: '助理社会工作师',
        qualified: '社会工作师',
        senior: '高级社会工作师',
      }),
    },
  },
} as const satisfies MeasureCatalogue

/** 品牌、示范、试点、观察点: titles with level, year and reason. (SZ 二(三) 三, GZ 二(一)4 二(二)2 三, HS 一 二) */
const honors = {
  brands: { title: '品牌', unit: '个', kind: 'stock', attributes: { of: subject, level } },
  models: { title: '示范点', unit: '个', kind: 'stock', attributes: { of: subject, level } },
  pilots: { title: '试点', unit: '个', kind: 'stock', attributes: { theme, level } },
  observationSites: { title: '观察点', unit: '个', kind: 'stock', attributes: { level } },
} as const satisfies MeasureCatalogue

/** 作用发挥: what organizations do. `series` are those of the pack. (SZ 二(三), GZ 二(三), HS 三(四), TC 完善服务项目) */
const work = {
  serviceProjects: {
    title: '社区服务项目',
    unit: '个',
    kind: 'flow',
    attributes: { finished: flag('已结项') },
  },
  activities: {
    title: '活动',
    unit: '次',
    kind: 'flow',
    attributes: { series: text('主题活动系列'), participants: number('参加人数') },
  },
  serviceHours: { title: '志愿服务时长', unit: '小时', kind: 'flow', attributes: {} },
  volunteerTeams: { title: '志愿服务队', unit: '支', kind: 'stock', attributes: {} },
  majorEventReports: {
    title: '重大活动报告',
    unit: '件',
    kind: 'flow',
    attributes: { inTime: flag('提前报告') },
  },
  deliberations: { title: '协商议事', unit: '次', kind: 'flow', attributes: { concluded: flag('形成决议') } },
  jointMeetings: { title: '联席会议', unit: '次', kind: 'flow', attributes: { level } },
  surveys: { title: '居民调查', unit: '次', kind: 'flow', attributes: {} },
  conventions: { title: '居民公约、村规民约', unit: '份', kind: 'stock', attributes: {} },
  matchings: { title: '供需对接', unit: '项', kind: 'flow', attributes: {} },
  grantRounds: { title: '公益创投和项目大赛', unit: '次', kind: 'flow', attributes: { level } },
  purchases: { title: '政府购买服务', unit: '项', kind: 'flow', attributes: {} },
} as const satisfies MeasureCatalogue

/** 党建和规范管理. (HS 三(二), GZ 二(四), SZ 二(四), CQ (十七)(十八)) */
const oversight = {
  partyBranches: {
    title: '党组织',
    unit: '个',
    kind: 'stock',
    attributes: { form: choice('形式', { own: '单独建立', joint: '联合建立' }) },
  },
  partyMeetings: { title: '党的组织生活', unit: '次', kind: 'flow', attributes: {} },
  ratings: {
    title: '等级评估',
    unit: '个',
    kind: 'stock',
    attributes: { grade: choice('等级', { a1: '1A', a2: '2A', a3: '3A', a4: '4A', a5: '5A' }) },
  },
  appraisals: {
    title: '评估评议',
    unit: '次',
    kind: 'flow',
    attributes: { by: choice('评议人', { committee: '村（社区）两委', residents: '居民' }) },
  },
  certificates: { title: '备案证书', unit: '张', kind: 'stock', attributes: {} },
  disclosures: { title: '信息公开', unit: '条', kind: 'flow', attributes: {} },
  spotChecks: { title: '抽查', unit: '次', kind: 'flow', attributes: { special: flag('专项监督抽查') } },
} as const satisfies MeasureCatalogue

/** What programmes themselves keep, and the denominators. `task` are those of the pack. */
const programme = {
  documents: {
    title: '文件',
    unit: '份',
    kind: 'flow',
    attributes: {
      kind: choice('类型', {
        workPlan: '工作方案',
        pilotList: '试点社区名单',
        developmentPlan: '培育发展规划',
        procedure: '登记备案和管理工作规程',
        evaluation: '评价体系',
        trainingPlan: '培训计划',
        publicity: '宣传计划',
        assessment: '纳入考核的文件',
        list: '名录',
        report: '总结报告',
      }),
      level,
    },
  },
  tasks: {
    title: '任务',
    unit: '项',
    kind: 'flow',
    attributes: { task: text('任务'), result: choice('结果', { done: '完成', open: '未完成' }) },
  },
  determinations: {
    title: '认定',
    unit: '项',
    kind: 'stock',
    attributes: {
      condition: choice('条件', {
        incubator: '具备建立孵化基地条件',
        venue: '具备提供场地条件',
        fund: '具备设立基金条件',
        staff: '具备配备专人条件',
      }),
      result: choice('结论', { met: '具备', notMet: '不具备' }),
    },
  },
  acceptances: {
    title: '验收',
    unit: '次',
    kind: 'flow',
    attributes: { result: choice('结果', { passed: '通过', failed: '未通过' }) },
  },
  censuses: { title: '摸底排查', unit: '次', kind: 'flow', attributes: { finished: flag('已完成') } },
  households: { title: '户数', unit: '户', kind: 'stock', attributes: {} },
  residents: { title: '常住人口', unit: '人', kind: 'stock', attributes: {} },
} as const satisfies MeasureCatalogue

/**
 * Measures that packs may name before a module brings their facts. A later module replaces its entry with its own;
 * until then the targets that count it are *not collected*: neither zero nor hidden.
 */
export const awaitedMeasures = {
  ...support,
  ...talent,
  ...honors,
  ...work,
  ...oversight,
  ...programme,
} as const satisfies MeasureCatalogue

/** What a pack may count. Which of it has a source is not said here: the server knows. */
export const programmeMeasures: MeasureCatalogue = { ...awaitedMeasures, ...organizationMeasures }
