// The pages of venues by their address.
import type { Route } from '../../../ui/route.ts'

export const venuesPages: Record<string, Route> = {
  '/venues': {
    needs: 'venue.see',
    load: async () => ({ Component: (await import('./VenuesPage.tsx')).VenuesPage }),
  },
  '/venues/new': {
    needs: 'venue.keep',
    load: async () => ({ Component: (await import('./VenueFormPage.tsx')).VenueFormPage }),
  },
  '/venues/:id': {
    needs: 'venue.see',
    load: async () => ({ Component: (await import('./VenuePage.tsx')).VenuePage }),
  },
  '/venues/:id/edit': {
    needs: 'venue.keep',
    load: async () => ({ Component: (await import('./VenueFormPage.tsx')).VenueFormPage }),
  },
}
