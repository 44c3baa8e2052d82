// Titles with level, year and reason, as measures. (SZ 二(三) 三, GZ 二(一)4 二(二)2 三, HS 一 二)
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { level, subject, theme } from '../../kernel/measure-attributes.ts'

export const honorMeasures = {
  brands: { title: '品牌', unit: '个', kind: 'stock', attributes: { of: subject, level } },
  models: { title: '示范点', unit: '个', kind: 'stock', attributes: { of: subject, level } },
  pilots: { title: '试点', unit: '个', kind: 'stock', attributes: { theme, level } },
  observationSites: { title: '观察点', unit: '个', kind: 'stock', attributes: { level } },
} as const satisfies MeasureCatalogue
