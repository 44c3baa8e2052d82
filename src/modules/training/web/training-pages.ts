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

/** For everybody, signed in or not. */
export const openTrainingPages: Record<string, Route> = {
  '/verify-training/:code': {
    load: async () => ({ Component: (await import('./VerifyTrainingPage.tsx')).VerifyTrainingPage }),
  },
  '/check-in/:code': { load: async () => ({ Component: (await import('./ArrivalPage.tsx')).ArrivalPage }) },
}
