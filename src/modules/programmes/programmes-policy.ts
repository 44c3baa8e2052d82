// Who may see programmes, judge what no count decides, and load packs.
import { registerReaders } from '../people/roles.ts'

/** Who answers for what a programme asks of the own area. */
export const answerFor = ['cityOfficer', 'countyOfficer', 'townshipOfficer', 'communityWorker'] as const

export const programmesPolicy = {
  'programme.see': { roles: [...registerReaders, 'auditor', 'administrator'], where: 'area' },
  'programme.judge': {
    roles: ['cityOfficer', 'countyOfficer', 'partyOfficer', 'townshipOfficer'],
    where: 'area',
  },
  /** Sees among the own work what a document asks of the own area by name or by a condition. */
  'programme.fulfil': { roles: [...answerFor], where: 'area' },
  'pack.load': { roles: ['administrator'], where: 'area' },
} as const
