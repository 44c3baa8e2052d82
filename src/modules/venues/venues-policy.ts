// Who may see venues, keep them, and book a room for an organization.
import { registerKeepers, registerReaders } from '../people/roles.ts'

export const venuesPolicy = {
  /** Where it stands and above; a place to which it is open sees it too. */
  'venue.see': { roles: [...registerReaders, 'auditor', 'organizationLeader'], where: 'area' },
  /** Enters venues, answers requests, records use. */
  'venue.keep': { roles: [...registerKeepers], where: 'area' },
  /** Asks for a room for an organization. */
  'venue.book': { roles: [...registerKeepers], where: 'area', own: ['organizationLeader'] },
  /** Reads what an organization has booked. */
  'venue.bookings': { roles: [...registerReaders, 'auditor'], where: 'area', own: ['organizationLeader'] },
} as const
