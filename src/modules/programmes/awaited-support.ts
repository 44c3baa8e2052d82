// Measures of cultivation that later modules will bring: platforms, talent, titles.
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { choice, flag, level, subject, theme } from './attributes.ts'

/** 培育扶持: where organizations are cultivated. (SZ 二(一)2, GZ 二(一)2, CQ (二), HS 三(三)7) */
export const support = {
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
export const talent = {
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
export const honors = {
  brands: { title: '品牌', unit: '个', kind: 'stock', attributes: { of: subject, level } },
  models: { title: '示范点', unit: '个', kind: 'stock', attributes: { of: subject, level } },
  pilots: { title: '试点', unit: '个', kind: 'stock', attributes: { theme, level } },
  observationSites: { title: '观察点', unit: '个', kind: 'stock', attributes: { level } },
} as const satisfies MeasureCatalogue
