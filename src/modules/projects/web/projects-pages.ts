// The pages of projects by their address.
import type { Route } from '../../../ui/route.ts'

export const projectsPages: Record<string, Route> = {
  '/projects': {
    needs: 'project.see',
    load: async () => ({ Component: (await import('./ProjectsPage.tsx')).ProjectsPage }),
  },
  '/projects/:id': {
    needs: 'project.see',
    load: async () => ({ Component: (await import('./ProjectPage.tsx')).ProjectPage }),
  },
  '/projects/:id/edit': {
    needs: 'project.write',
    load: async () => ({ Component: (await import('./ProjectFormPage.tsx')).EditProjectPage }),
  },
  '/projects/:id/result': {
    needs: 'project.write',
    load: async () => ({ Component: (await import('./ResultPage.tsx')).ResultPage }),
  },
  '/organizations/:id/projects/new': {
    needs: 'project.write',
    load: async () => ({ Component: (await import('./ProjectFormPage.tsx')).NewProjectPage }),
  },
}
