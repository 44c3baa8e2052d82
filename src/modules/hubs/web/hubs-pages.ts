// The pages of hubs by their address.
import type { Route } from '../../../ui/route.ts'

export const hubsPages: Record<string, Route> = {
  '/hubs': {
    needs: 'hub.survey',
    load: async () => ({ Component: (await import('./HubsPage.tsx')).HubsPage }),
  },
}
