// Who may see and change accounts.

export const peoplePolicy = {
  'person.see': { roles: ['administrator', 'auditor'], where: 'area' },
  'person.create': { roles: ['administrator'], where: 'area' },
  'person.edit': { roles: ['administrator'], where: 'area' },
} as const
