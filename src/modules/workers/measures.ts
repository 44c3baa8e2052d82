// What the register of social workers and their rewards publish. (CQ (二)(十五), HS 三(三)8)
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { choice } from '../../kernel/measure-attributes.ts'

export const workerMeasures = {
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
