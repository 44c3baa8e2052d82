// The pages of party by their address.
import type { Route } from '../../../ui/route.ts'

export const partyPages: Record<string, Route> = {
  '/party': {
    needs: 'party.survey',
    load: async () => ({ Component: (await import('./CoveragePage.tsx')).CoveragePage }),
  },
  '/party/branches': {
    needs: 'party.survey',
    load: async () => ({ Component: (await import('./BranchesPage.tsx')).BranchesPage }),
  },
  '/party/branches/:id': {
    needs: 'party.survey',
    load: async () => ({ Component: (await import('./BranchPage.tsx')).BranchPage }),
  },
  '/party/instructors': {
    needs: 'party.survey',
    load: async () => ({ Component: (await import('./InstructorsPage.tsx')).InstructorsPage }),
  },
}
