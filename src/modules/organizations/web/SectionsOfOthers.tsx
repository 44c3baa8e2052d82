// The sections that later modules add to an organization's page, each with its own code.
import { type ComponentType, lazy, type ReactNode, Suspense, useContext } from 'react'
import { PageBones } from '../../../ui/PageBones.tsx'
import { useMay } from '../../people/web/session-queries.ts'
import type { Organization } from '../organization.ts'
import { type OrganizationSection, OrganizationSections } from './organization-sections.ts'

type Props = { organization: Organization }
type Wanted = Props & { aside?: boolean }

/** Those that stand below the facts, or those beside them. */
export function SectionsOfOthers({ organization, aside = false }: Wanted): ReactNode {
  const may = useMay()
  return useContext(OrganizationSections)
    .filter((section) => may(section.needs) && (section.aside === true) === aside)
    .map((section) => {
      const Section = sectionOf(section)
      return (
        <Suspense key={section.id} fallback={<PageBones />}>
          <Section organization={organization} />
        </Suspense>
      )
    })
}

const loaded = new Map<string, ComponentType<Props>>()

/** One lazy component for each section, however often the page is shown. */
function sectionOf({ id, load }: OrganizationSection): ComponentType<Props> {
  const known = loaded.get(id) ?? lazy(load)
  loaded.set(id, known)
  return known
}
