// What the modules show on an organization's page, in its order.
import type { OrganizationSection } from './modules/organizations/web/organization-sections.ts'

export const organizationSections: readonly OrganizationSection[] = []
