// Who may see programmes, judge what no count decides, and load packs.
import { registerReaders } from '../people/roles.ts'

export const programmesPolicy = {
  'programme.see': { roles: [...registerReaders, 'auditor', 'administrator'], where: 'area' },
  'programme.judge': {
    roles: ['cityOfficer', 'countyOfficer', 'partyOfficer', 'townshipOfficer'],
    where: 'area',
  },
  'pack.load': { roles: ['administrator'], where: 'area' },
} as const
