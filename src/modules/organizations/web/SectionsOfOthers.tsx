// The sections that later modules add to an organization's page.
import { type ReactNode, useContext } from 'react'
import { Sections } from '../../../ui/Sections.tsx'
import type { Organization } from '../organization.ts'
import { OrganizationSections } from './organization-sections.ts'

type Wanted = { organization: Organization; aside?: boolean }

/** Those that stand below the facts, or those beside them. */
export function SectionsOfOthers({ organization, aside = false }: Wanted): ReactNode {
  const sections = useContext(OrganizationSections).filter((section) => (section.aside === true) === aside)
  return <Sections sections={sections} about={{ organization }} />
}
