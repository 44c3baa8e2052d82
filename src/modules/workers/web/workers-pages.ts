// The pages of workers by their address.
import type { Route } from '../../../ui/route.ts'

export const workersPages: Record<string, Route> = {
  '/workers': {
    needs: 'worker.see',
    load: async () => ({ Component: (await import('./WorkersPage.tsx')).WorkersPage }),
  },
  '/workers/:id': {
    needs: 'worker.see',
    load: async () => ({ Component: (await import('./WorkerPage.tsx')).WorkerPage }),
  },
  '/my-certificates': {
    needs: 'worker.own',
    load: async () => ({ Component: (await import('./MyCertificatesPage.tsx')).MyCertificatesPage }),
  },
  '/rewards': {
    needs: 'reward.see',
    load: async () => ({ Component: (await import('./RewardsPage.tsx')).RewardsPage }),
  },
  '/rewards/new': {
    needs: 'reward.apply',
    load: async () => ({ Component: (await import('./RewardNewPage.tsx')).RewardNewPage }),
  },
  '/rewards/:id': {
    needs: 'reward.see',
    load: async () => ({ Component: (await import('./RewardPage.tsx')).RewardPage }),
  },
}
