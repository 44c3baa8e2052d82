// What bookings of rooms publish: each time that an organization used one. (HS 三(三)9, CQ (十四))
import type { MeasureCatalogue } from '../../kernel/measure.ts'

export const venueMeasures = {
  venueUses: { title: '场地使用', unit: '次', kind: 'flow', attributes: {} },
} as const satisfies MeasureCatalogue
