// What areas publish: how many people and households live in them, as far as anybody has put it on record.
import type { MeasureCatalogue } from '../../kernel/measure.ts'

export const areaMeasures = {
  residents: { title: '常住人口', unit: '人', kind: 'stock', attributes: {} },
  households: { title: '户数', unit: '户', kind: 'stock', attributes: {} },
} as const satisfies MeasureCatalogue
