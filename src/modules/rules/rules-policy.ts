// Who may see which rules hold, who decides them for a place, and who loads whole sets.
import { registerReaders } from '../people/roles.ts'

export const rulesPolicy = {
  'rule.see': { roles: [...registerReaders, 'auditor', 'administrator'], where: 'area' },
  'rule.edit': { roles: ['cityOfficer', 'countyOfficer', 'townshipOfficer'], where: 'area' },
  'rule.load': { roles: ['administrator'], where: 'area' },
} as const
