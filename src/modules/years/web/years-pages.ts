// The page of an organization's year by its address.
import type { Route } from '../../../ui/route.ts'

export const yearsPages: Record<string, Route> = {
  '/organizations/:id/years/:year': {
    needs: 'year.see',
    load: async () => ({ Component: (await import('./YearPage.tsx')).YearPage }),
  },
}
