// What volunteer service publishes.
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { choice } from '../../kernel/measure-attributes.ts'
import { serviceKinds } from './service.ts'

export const volunteerMeasures = {
  serviceHours: {
    title: '志愿服务时长',
    unit: '小时',
    kind: 'flow',
    attributes: { kind: choice('服务类别', serviceKinds) },
  },
  volunteerTeams: { title: '志愿服务队', unit: '支', kind: 'stock', attributes: {} },
} as const satisfies MeasureCatalogue
