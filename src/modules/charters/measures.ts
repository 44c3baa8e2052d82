// What charters publish: the versions that are in force. (GZ 二(四)3)
import type { MeasureCatalogue } from '../../kernel/measure.ts'

export const charterMeasures = {
  charterVersions: { title: '章程', unit: '份', kind: 'stock', attributes: {} },
} as const satisfies MeasureCatalogue
