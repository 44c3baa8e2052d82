// The pages of census by their address.
import type { Route } from '../../../ui/route.ts'

export const censusPages: Record<string, Route> = {
  '/censuses': {
    needs: 'census.see',
    load: async () => ({ Component: (await import('./CensusesPage.tsx')).CensusesPage }),
  },
  '/censuses/:id': {
    needs: 'census.see',
    load: async () => ({ Component: (await import('./CensusPage.tsx')).CensusPage }),
  },
  '/censuses/:id/walk': {
    needs: 'census.see',
    load: async () => ({ Component: (await import('./WalkPage.tsx')).WalkPage }),
  },
}
