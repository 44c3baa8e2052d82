// Measures that packs may name before a module brings their facts; until then their targets are *not collected*.
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { choice, level } from '../../kernel/measure-attributes.ts'

export const awaitedMeasures = {
  custodyAccounts: { title: '资金代管账户', unit: '个', kind: 'stock', attributes: {} },
  funds: {
    title: '社区基金',
    unit: '个',
    kind: 'stock',
    attributes: {
      kind: choice('类型', {
        special: '专项基金',
        micro: '微基金',
        mutual: '互助基金',
        foundation: '基金会',
      }),
    },
  },
  matchings: { title: '供需对接', unit: '项', kind: 'flow', attributes: {} },
  grantRounds: { title: '公益创投和项目大赛', unit: '次', kind: 'flow', attributes: { level } },
  purchases: { title: '政府购买服务', unit: '项', kind: 'flow', attributes: {} },
  ratings: {
    title: '等级评估',
    unit: '个',
    kind: 'stock',
    attributes: { grade: choice('等级', { a1: '1A', a2: '2A', a3: '3A', a4: '4A', a5: '5A' }) },
  },
} as const satisfies MeasureCatalogue
