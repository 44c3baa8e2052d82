// What hubs can be asked by a programme: whom they serve, and with what.
import type { MeasureCatalogue } from '../../kernel/measure.ts'

export const hubMeasures = {
  /** One fact a tie, at the hub's place: how many organizations a hub serves. */
  hubTies: {
    title: '枢纽型组织联系服务的组织',
    unit: '个',
    kind: 'stock',
    attributes: {},
  },
  /** One fact a service of a tie. */
  hubServices: {
    title: '枢纽型组织提供的服务',
    unit: '项',
    kind: 'stock',
    attributes: {
      kind: {
        title: '服务',
        kind: 'choice',
        choices: {
          party: '党建引领',
          incubation: '培育孵化',
          custody: '资金代管',
          training: '人员培训',
          project: '项目指导',
          resources: '资源对接',
          venue: '场地支持',
          advice: '政策咨询',
          capacity: '能力建设',
          fellowship: '联谊交流',
        },
      },
    },
  },
} as const satisfies MeasureCatalogue
