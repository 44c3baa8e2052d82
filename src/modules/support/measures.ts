// What support platforms and incubation publish. (SZ 二(一)2, GZ 二(一)2, CQ (二), HS 三(三)7)
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { choice, flag, level } from '../../kernel/measure-attributes.ts'

export const supportMeasures = {
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
  incubations: {
    title: '入驻孵化的组织',
    unit: '个',
    kind: 'stock',
    attributes: { subsidized: flag('给予孵化补贴'), paid: flag('补贴已拨付') },
  },
  /** Each payment on its day. */
  incubationMoney: { title: '拨付的孵化补贴', unit: '元', kind: 'flow', attributes: {} },
} as const satisfies MeasureCatalogue
