// What training publishes. (SZ 二(二)1, GZ 二(二)1, CQ (二)(十五), HS 三(三)8, TC 优化人才培养)
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { choice, flag, level } from '../../kernel/measure-attributes.ts'

export const trainingMeasures = {
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
} as const satisfies MeasureCatalogue
