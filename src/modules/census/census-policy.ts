// Who may see, run and answer a census; whom its places remind.
import { registerKeepers, registerReaders } from '../people/roles.ts'

export const censusPolicy = {
  'census.see': { roles: [...registerReaders, 'auditor'], where: 'area' },
  'census.export': { roles: [...registerReaders], where: 'area' },
  'census.run': { roles: ['cityOfficer', 'countyOfficer'], where: 'area' },
  'census.answer': { roles: [...registerKeepers], where: 'area' },
  // Whose list a place is, by its level; others who keep the register there may help.
  'census.walk': { roles: ['communityWorker'], where: 'area' },
  'census.walkTownship': { roles: ['townshipOfficer'], where: 'area' },
  'census.walkCounty': { roles: ['countyOfficer', 'cityOfficer'], where: 'area' },
  'census.follow': { roles: ['townshipOfficer', 'countyOfficer', 'cityOfficer'], where: 'area' },
} as const
