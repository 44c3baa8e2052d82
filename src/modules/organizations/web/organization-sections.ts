// What later modules show on an organization's page: certificate, party, charter …
import { type ComponentType, createContext } from 'react'
import type { Organization } from '../organization.ts'

export type OrganizationSection = {
  /** Names it in the page's address and among the sections. */
  id: string
  /** The action without which it is not shown. */
  needs: string
  /** On a desk it stands beside the facts, above the timeline; on a phone after the others. */
  aside?: true
  /** Arrives with its own code; it brings its own heading (`<section>` with an h2) or shows nothing. */
  load: () => Promise<{ default: ComponentType<{ organization: Organization }> }>
}

/** In the order of the page; filled where the product is put together. */
export const OrganizationSections = createContext<readonly OrganizationSection[]>([])
