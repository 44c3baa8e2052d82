// In which order the files of a run are begun.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes long, the longest first: walks through all pages, other walks in a browser, walks through all endpoints. */
const long = [/\/e2e\/(pages|life|roles)-/, /\/e2e\//, /\/server\/(access|hostile)-/]

/**
 * Files that take long begin first, so that no worker is left alone with one at the end; then the larger of the others,
 * the pure rules last. Vitest itself goes by what it remembers of earlier runs, which a fresh checkout has not.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files)
    return bySize.toSorted((a, b) => rank(a) - rank(b))
  }
}

function rank({ project, moduleId }: TestSpecification): number {
  if (project.name === 'unit') return long.length + 1
  const at = long.findIndex((kind) => kind.test(moduleId))
  return at < 0 ? long.length : at
}
