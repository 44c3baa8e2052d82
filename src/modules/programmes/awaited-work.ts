// Measures of work and oversight that later modules will bring, and what programmes keep themselves.
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { choice, flag, level, number, text } from './attributes.ts'

/** 作用发挥: what organizations do. `series` are those of the pack. (SZ 二(三), GZ 二(三), HS 三(四), TC 完善服务项目) */
export const work = {
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

/** 规范管理. (GZ 二(四), SZ 二(四), CQ (十七)(十八)) */
export const oversight = {
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
export const programme = {
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
