// What the register can be asked: the measure `organizations` and the attributes that a programme may filter on.
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { categories, legalForms, organizationStatuses, partyPresences, tiers } from './choices.ts'

export const organizationMeasures = {
  organizations: {
    title: '社区社会组织',
    unit: '个',
    kind: 'stock',
    attributes: {
      category: { title: '类别', kind: 'choice', choices: categories },
      tier: { title: '管理方式', kind: 'choice', choices: tiers },
      legalForm: { title: '组织形式', kind: 'choice', choices: legalForms },
      status: { title: '状态', kind: 'choice', choices: organizationStatuses },
      hub: { title: '枢纽型', kind: 'flag' },
      charter: { title: '有章程', kind: 'flag' },
      members: { title: '成员人数', kind: 'number' },
      partyMembers: { title: '党员人数', kind: 'number' },
      leaderInParty: { title: '负责人是党员', kind: 'flag' },
      partyPresence: { title: '党的组织和工作', kind: 'choice', choices: partyPresences },
      residentsServed: { title: '服务居民人数', kind: 'number' },
    },
  },
} as const satisfies MeasureCatalogue
