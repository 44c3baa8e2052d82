// The pages of activities by their address.
import type { Route } from '../../../ui/route.ts'

export const activitiesPages: Record<string, Route> = {
  '/activities': {
    needs: 'activity.see',
    load: async () => ({ Component: (await import('./ActivitiesPage.tsx')).ActivitiesPage }),
  },
  '/activities/new': {
    needs: 'activity.edit',
    load: async () => ({ Component: (await import('./ActivityFormPage.tsx')).NewActivityPage }),
  },
  '/activities/:id': {
    needs: 'activity.see',
    load: async () => ({ Component: (await import('./ActivityPage.tsx')).ActivityPage }),
  },
  '/activities/:id/edit': {
    needs: 'activity.edit',
    load: async () => ({ Component: (await import('./ActivityFormPage.tsx')).EditActivityPage }),
  },
}

/** For everybody, signed in or not. */
export const openActivitiesPages: Record<string, Route> = {
  '/join/:code': { load: async () => ({ Component: (await import('./JoinPage.tsx')).JoinPage }) },
}
