// What training publishes. (SZ 二(二)1, GZ 二(二)1, CQ (二)(十五), HS 三(三)8, TC 优化人才培养)
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { choice, flag, level } from '../../kernel/measure-attributes.ts'
import { audiences, trainingKinds } from './training.ts'

const audience = choice('对象', audiences)

export const trainingMeasures = {
  /** One fact a training that was held, on its first day, at its organizer's place. */
  trainings: {
    title: '能力培训',
    unit: '次',
    kind: 'flow',
    attributes: { audience, level, kind: choice('方式', trainingKinds) },
  },
  /** One fact a person and training, at the place of the organization for which the person came. */
  trainingAttendance: {
    title: '培训人次',
    unit: '人次',
    kind: 'flow',
    attributes: { audience, level, leader: flag('负责人参加') },
  },
} as const satisfies MeasureCatalogue
