// Parts of a page that later modules bring, each with its own code, shown to those whose postings allow it.
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { useMay } from './may.ts'
import { Bones } from './PageBones.tsx'

export type Section<P extends object> = {
  /** Names it among all sections, and in the page's address. */
  id: string
  /** The action without which it is not shown. */
  needs: string
  /** Arrives with its own code; it brings its own heading (`<section>` with an h2) or shows nothing. */
  load: () => Promise<{ default: ComponentType<P> }>
}

type Props<P extends object> = { sections: readonly Section<P>[]; about: P }

export function Sections<P extends object>({ sections, about }: Props<P>): ReactNode {
  const may = useMay()
  return sections
    .filter(({ needs }) => may(needs))
    .map((section) => {
      const Shown = sectionOf(section)
      return (
        <Suspense key={section.id} fallback={<Coming />}>
          <Shown {...about} />
        </Suspense>
      )
    })
}

/** One line each: a page of many sections does not shrink under the reader by screens. */
const Coming = (): ReactNode => (
  <div className="panel">
    <Bones lines={1} />
  </div>
)

const loaded = new Map<string, unknown>()

/** One lazy component for each section, however often the page is shown. */
function sectionOf<P extends object>({ id, load }: Section<P>): ComponentType<P> {
  const known = (loaded.get(id) as ComponentType<P> | undefined) ?? lazy(load)
  loaded.set(id, known)
  return known
}
