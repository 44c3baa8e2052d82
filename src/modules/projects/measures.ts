// What service projects publish. (TC 完善服务项目)
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { choice, flag } from '../../kernel/measure-attributes.ts'
import { budgetSources } from './project.ts'

export const projectMeasures = {
  serviceProjects: {
    title: '社区服务项目',
    unit: '个',
    kind: 'flow',
    attributes: { finished: flag('已结项') },
  },
  /** What a finished project cost, on its last day; one whose cost nobody knows is left out. */
  projectMoney: {
    title: '服务项目经费',
    unit: '元',
    kind: 'flow',
    attributes: { source: choice('经费来源', budgetSources) },
  },
} as const satisfies MeasureCatalogue
