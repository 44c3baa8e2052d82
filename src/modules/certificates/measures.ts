// What certificates can be asked: the measure `certificates`, those that hold on a day.
import type { MeasureCatalogue } from '../../kernel/measure.ts'

export const certificateMeasures = {
  certificates: { title: '备案证书', unit: '张', kind: 'stock', attributes: {} },
} as const satisfies MeasureCatalogue
