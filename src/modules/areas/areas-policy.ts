// Who may see areas, and who may say what they are.

const officers = ['cityOfficer', 'countyOfficer', 'administrator']

export const areasPolicy = {
  'area.see': {
    roles: [
      ...officers,
      'townshipOfficer',
      'communityWorker',
      'partyOfficer',
      'auditor',
      'organizationLeader',
      'resident',
      'judge',
    ],
    where: 'area',
  },
  'area.decideSettlement': { roles: officers, where: 'area' },
  'area.importSettlement': { roles: officers, where: 'area' },
  'area.recordPopulation': { roles: [...officers, 'townshipOfficer'], where: 'area' },
  'area.load': { roles: ['administrator'], where: 'anywhere' },
} as const
