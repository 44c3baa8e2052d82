// The pages of dated records by their address.
import type { Route } from '../../../ui/route.ts'

export const recordsPages: Record<string, Route> = {
  '/records': {
    needs: 'record.see',
    load: async () => ({ Component: (await import('./RecordsPage.tsx')).RecordsPage }),
  },
  '/records/new': {
    needs: 'record.enter',
    load: async () => ({ Component: (await import('./NewRecordPage.tsx')).NewRecordPage }),
  },
  '/records/:id': {
    needs: 'record.see',
    load: async () => ({ Component: (await import('./RecordPage.tsx')).RecordPage }),
  },
  '/records/:id/edit': {
    needs: 'record.correct',
    load: async () => ({ Component: (await import('./CorrectRecordPage.tsx')).CorrectRecordPage }),
  },
}
