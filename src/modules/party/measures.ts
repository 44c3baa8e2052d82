// What party-building can be asked: branches, their meetings and pairings, contacts, key people. (HS 三(二), CQ (十七), TC)
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { activityKinds, branchNatures, contactKinds, keyPersonKinds, partnerKinds } from './party.ts'

export const partyMeasures = {
  partyBranches: {
    title: '党组织',
    unit: '个',
    kind: 'stock',
    attributes: {
      form: { title: '形式', kind: 'choice', choices: { own: '单独建立', joint: '联合建立' } },
      nature: { title: '性质', kind: 'choice', choices: branchNatures },
    },
  },
  partyMeetings: {
    title: '党的组织生活',
    unit: '次',
    kind: 'flow',
    attributes: { kind: { title: '类型', kind: 'choice', choices: activityKinds } },
  },
  pairings: {
    title: '结对共建',
    unit: '对',
    kind: 'stock',
    attributes: { kind: { title: '对象', kind: 'choice', choices: partnerKinds } },
  },
  partyContacts: {
    title: '定期联系',
    unit: '次',
    kind: 'flow',
    attributes: { kind: { title: '方式', kind: 'choice', choices: contactKinds } },
  },
  keyPeople: {
    title: '骨干培养和任职',
    unit: '人',
    kind: 'stock',
    attributes: { kind: { title: '类型', kind: 'choice', choices: keyPersonKinds } },
  },
} as const satisfies MeasureCatalogue
