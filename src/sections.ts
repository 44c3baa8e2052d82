// What the modules show on an organization's page, in its order.
import type { OrganizationSection } from './modules/organizations/web/organization-sections.ts'

export const organizationSections: readonly OrganizationSection[] = [
  {
    id: 'charter',
    needs: 'charter.see',
    load: async () => ({
      default: (await import('./modules/charters/web/CharterSection.tsx')).CharterSection,
    }),
  },
]
