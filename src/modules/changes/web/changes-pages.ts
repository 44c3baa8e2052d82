// The pages of changes by their address.
import type { Route } from '../../../ui/route.ts'

export const changesPages: Record<string, Route> = {
  '/changes': {
    needs: 'change.see',
    load: async () => ({ Component: (await import('./ChangesPage.tsx')).ChangesPage }),
  },
  '/changes/:id': {
    needs: 'change.see',
    load: async () => ({ Component: (await import('./RequestPage.tsx')).RequestPage }),
  },
  '/organizations/:id/change': {
    needs: 'change.request',
    load: async () => ({ Component: (await import('./ChangePage.tsx')).ChangePage }),
  },
  '/organizations/:id/move': {
    needs: 'change.request',
    load: async () => ({ Component: (await import('./MovePage.tsx')).MovePage }),
  },
  '/organizations/:id/merge': {
    needs: 'change.reorganize',
    load: async () => ({ Component: (await import('./MergePage.tsx')).MergePage }),
  },
  '/organizations/:id/split': {
    needs: 'change.reorganize',
    load: async () => ({ Component: (await import('./SplitPage.tsx')).SplitPage }),
  },
  '/organizations/:id/exit': {
    needs: 'change.see',
    load: async () => ({ Component: (await import('./ExitPage.tsx')).ExitPage }),
  },
}
