// The pages of volunteers by their address.
import type { Route } from '../../../ui/route.ts'

export const volunteersPages: Record<string, Route> = {
  '/volunteer-teams': {
    needs: 'volunteer.see',
    load: async () => ({ Component: (await import('./TeamsPage.tsx')).TeamsPage }),
  },
  '/volunteer-teams/:id': {
    needs: 'volunteer.see',
    load: async () => ({ Component: (await import('./TeamPage.tsx')).TeamPage }),
  },
  '/team-members/:id': {
    needs: 'volunteer.see',
    load: async () => ({ Component: (await import('./MemberPage.tsx')).MemberPage }),
  },
  '/service': {
    needs: 'service.see',
    load: async () => ({ Component: (await import('./ServicePage.tsx')).ServicePage }),
  },
  '/my-service': {
    needs: 'service.own',
    load: async () => ({ Component: (await import('./MyServicePage.tsx')).MyServicePage }),
  },
}

/** For everybody, signed in or not. */
export const openVolunteersPages: Record<string, Route> = {
  '/verify-service/:code': {
    load: async () => ({ Component: (await import('./VerifyServicePage.tsx')).VerifyServicePage }),
  },
}
