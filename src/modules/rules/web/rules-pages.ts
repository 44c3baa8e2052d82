// The pages of rules by their address.
import type { Route } from '../../../ui/route.ts'

export const rulesPages: Record<string, Route> = {
  '/rules': {
    needs: 'rule.see',
    load: async () => ({ Component: (await import('./RulesPage.tsx')).RulesPage }),
  },
}
