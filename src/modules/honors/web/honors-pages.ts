// The pages of honors by their address.
import type { Route } from '../../../ui/route.ts'

export const honorsPages: Record<string, Route> = {
  '/honors': {
    needs: 'honor.see',
    load: async () => ({ Component: (await import('./HonorsPage.tsx')).HonorsPage }),
  },
  '/honors/new': {
    needs: 'honor.nominate',
    load: async () => ({ Component: (await import('./HonorNewPage.tsx')).HonorNewPage }),
  },
  '/honors/:id': {
    needs: 'honor.see',
    load: async () => ({ Component: (await import('./HonorPage.tsx')).HonorPage }),
  },
}

/** For everybody, signed in or not. */
export const openHonorsPages: Record<string, Route> = {
  '/notices': { load: async () => ({ Component: (await import('./NoticesPage.tsx')).NoticesPage }) },
}
