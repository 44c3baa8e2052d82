// The pages of filing by their address.
import type { Route } from '../../../ui/route.ts'

export const filingPages: Record<string, Route> = {
  '/applications': {
    needs: 'filing.see',
    load: async () => ({ Component: (await import('./ApplicationsPage.tsx')).ApplicationsPage }),
  },
  '/applications/new': {
    needs: 'filing.create',
    load: async () => ({ Component: (await import('./BeginPage.tsx')).BeginPage }),
  },
  '/applications/:id': {
    needs: 'filing.see',
    load: async () => ({ Component: (await import('./ApplicationPage.tsx')).ApplicationPage }),
  },
}
