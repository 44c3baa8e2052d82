// The pages of training by their address.
import type { Route } from '../../../ui/route.ts'

export const trainingPages: Record<string, Route> = {
  '/trainings': {
    needs: 'training.see',
    load: async () => ({ Component: (await import('./TrainingsPage.tsx')).TrainingsPage }),
  },
  '/trainings/:id': {
    needs: 'training.see',
    load: async () => ({ Component: (await import('./TrainingPage.tsx')).TrainingPage }),
  },
}
