// The pages of support by their address.
import type { Route } from '../../../ui/route.ts'

export const supportPages: Record<string, Route> = {
  '/support': {
    needs: 'support.see',
    load: async () => ({ Component: (await import('./SupportPage.tsx')).SupportPage }),
  },
  '/support/:id': {
    needs: 'support.see',
    load: async () => ({ Component: (await import('./PlatformPage.tsx')).PlatformPage }),
  },
  '/incubation': {
    needs: 'incubation.see',
    load: async () => ({ Component: (await import('./IncubationsPage.tsx')).IncubationsPage }),
  },
  '/incubation/subsidies': {
    needs: 'incubation.pay',
    load: async () => ({ Component: (await import('./SubsidiesPage.tsx')).SubsidiesPage }),
  },
  '/incubation/:id': {
    needs: 'incubation.see',
    load: async () => ({ Component: (await import('./IncubationPage.tsx')).IncubationPage }),
  },
}
