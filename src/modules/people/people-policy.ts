// Who may see and change accounts.

export const peoplePolicy = {
  'person.see': { roles: ['administrator', 'auditor'], where: 'area' },
  'person.create': { roles: ['administrator'], where: 'area' },
  /** A community opens accounts for the leaders it knows; they may lead and nothing else. */
  'person.createLeader': { roles: ['communityWorker', 'townshipOfficer'], where: 'area' },
  'person.edit': { roles: ['administrator'], where: 'area' },
} as const
