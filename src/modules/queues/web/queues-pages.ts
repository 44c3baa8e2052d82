// The pages of queues by their address.
import type { Route } from '../../../ui/route.ts'

export const queuesPages: Record<string, Route> = {
  '/work': {
    needs: 'work.see',
    load: async () => ({ Component: (await import('./WorkPage.tsx')).WorkPage }),
  },
}
