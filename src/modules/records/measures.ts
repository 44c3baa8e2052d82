// What dated records publish: that something was done, by whom, when. (GZ 二(四), SZ 二(四), CQ (十七)(十八), HS 二(三))
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { choice, flag, level, text } from '../../kernel/measure-attributes.ts'

export const recordMeasures = {
  deliberations: { title: '协商议事', unit: '次', kind: 'flow', attributes: { concluded: flag('形成决议') } },
  jointMeetings: { title: '联席会议', unit: '次', kind: 'flow', attributes: { level } },
  surveys: { title: '居民调查', unit: '次', kind: 'flow', attributes: {} },
  conventions: { title: '居民公约、村规民约', unit: '份', kind: 'stock', attributes: {} },
  appraisals: {
    title: '评估评议',
    unit: '次',
    kind: 'flow',
    attributes: { by: choice('评议人', { committee: '村（社区）两委', residents: '居民' }) },
  },
  disclosures: { title: '信息公开', unit: '条', kind: 'flow', attributes: {} },
  spotChecks: { title: '抽查', unit: '次', kind: 'flow', attributes: { special: flag('专项监督抽查') } },
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
} as const satisfies MeasureCatalogue
