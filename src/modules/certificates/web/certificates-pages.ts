// The pages of certificates by their address.
import type { Route } from '../../../ui/route.ts'

export const certificatesPages: Record<string, Route> = {
  '/certificates': {
    needs: 'certificate.see',
    load: async () => ({ Component: (await import('./CertificatesPage.tsx')).CertificatesPage }),
  },
  '/certificates/waiting': {
    needs: 'certificate.issue',
    load: async () => ({ Component: (await import('./WaitingPage.tsx')).WaitingPage }),
  },
}

const verify: Route = { load: async () => ({ Component: (await import('./VerifyPage.tsx')).VerifyPage }) }

/** For everybody, signed in or not. */
export const openCertificatesPages: Record<string, Route> = { '/verify': verify, '/verify/:code': verify }
