// The pages of charters by their address.
import type { Route } from '../../../ui/route.ts'

export const chartersPages: Record<string, Route> = {
  '/organizations/:id/charter': {
    needs: 'charter.draft',
    load: async () => ({ Component: (await import('./CharterDraftPage.tsx')).CharterDraftPage }),
  },
  '/charters/:id': {
    needs: 'charter.see',
    load: async () => ({ Component: (await import('./CharterPage.tsx')).CharterPage }),
  },
}
