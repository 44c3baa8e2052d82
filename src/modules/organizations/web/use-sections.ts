// The sections of an organization's page that the reader may see, in the order of the page.
import { useContext } from 'react'
import { useMay } from '../../people/web/session-queries.ts'
import { type OrganizationSection, OrganizationSections } from './organization-sections.ts'

export function useSections(): OrganizationSection[] {
  const may = useMay()
  return useContext(OrganizationSections).filter((section) => may(section.needs))
}
