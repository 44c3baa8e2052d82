// The pages of programmes by their address.
import type { Route } from '../../../ui/route.ts'
import { placeIn } from './place.ts'
import { figuresQuery, programmeQuery } from './programme-queries.ts'

export const programmesPages: Record<string, Route> = {
  '/': { load: async () => ({ Component: (await import('./HomePage.tsx')).HomePage }) },
  '/programmes': {
    needs: 'programme.see',
    load: async () => ({ Component: (await import('./ProgrammesPage.tsx')).ProgrammesPage }),
  },
  '/programmes/:id': {
    needs: 'programme.see',
    load: async () => ({ Component: (await import('./ProgrammePage.tsx')).ProgrammePage }),
    first: ({ params: { id = '' }, search }, client) => {
      void client.prefetchQuery(figuresQuery(id, placeIn(search)))
      void client.prefetchQuery(programmeQuery(id))
    },
  },
  '/programmes/:id/targets/:target': {
    needs: 'programme.see',
    load: async () => ({ Component: (await import('./TargetPage.tsx')).TargetPage }),
  },
  '/programmes/:id/rural-urban': {
    needs: 'programme.see',
    load: async () => ({ Component: (await import('./RuralUrbanPage.tsx')).RuralUrbanPage }),
  },
  '/packs': {
    needs: 'pack.load',
    load: async () => ({ Component: (await import('./PacksPage.tsx')).PacksPage }),
  },
}
