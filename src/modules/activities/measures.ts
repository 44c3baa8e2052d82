// What activities and major events publish. (SZ 二(三) 二(四)2, GZ 二(三), HS 三(四))
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { choice, flag, number, text } from '../../kernel/measure-attributes.ts'
import { servedKinds } from '../people/served-kinds.ts'

const series = text('主题活动系列')

export const activityMeasures = {
  activities: {
    title: '活动',
    unit: '次',
    kind: 'flow',
    attributes: { series, participants: number('参加人数') },
  },
  /** Everybody who came to something counts each time. */
  activityAttendance: {
    title: '活动参加',
    unit: '人次',
    kind: 'flow',
    attributes: { series },
  },
  activityServed: {
    title: '活动服务的重点人群',
    unit: '人次',
    kind: 'flow',
    attributes: { series, kind: choice('人群', servedKinds) },
  },
  majorEventReports: {
    title: '重大活动报告',
    unit: '件',
    kind: 'flow',
    attributes: { inTime: flag('提前报告') },
  },
} as const satisfies MeasureCatalogue
