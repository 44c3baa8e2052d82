// What later modules show on an organization's page: certificate, party, charter …
import { createContext } from 'react'
import type { Section } from '../../../ui/Sections.tsx'
import type { Organization } from '../organization.ts'

export type OrganizationSection = Section<{ organization: Organization }> & {
  /** Its word in the index of the page: a few characters. */
  title: string
  /** On a desk it stands beside the facts, above the timeline; on a phone after the others. */
  aside?: true
}

/** In the order of the page; filled where the product is put together. */
export const OrganizationSections = createContext<readonly OrganizationSection[]>([])
