// What activities and major events publish. (SZ 二(三) 二(四)2, GZ 二(三), HS 三(四))
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { flag, number, text } from '../../kernel/measure-attributes.ts'

export const activityMeasures = {
  activities: {
    title: '活动',
    unit: '次',
    kind: 'flow',
    attributes: { series: text('主题活动系列'), participants: number('参加人数') },
  },
  majorEventReports: {
    title: '重大活动报告',
    unit: '件',
    kind: 'flow',
    attributes: { inTime: flag('提前报告') },
  },
} as const satisfies MeasureCatalogue
