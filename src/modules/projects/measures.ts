// What service projects publish. (TC 完善服务项目)
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { flag } from '../../kernel/measure-attributes.ts'

export const projectMeasures = {
  serviceProjects: {
    title: '社区服务项目',
    unit: '个',
    kind: 'flow',
    attributes: { finished: flag('已结项') },
  },
} as const satisfies MeasureCatalogue
