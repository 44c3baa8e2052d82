// What the checks of a target share: where they are, and how they say what they found.
import type { Measure, MeasureCatalogue } from '../../kernel/measure.ts'
import { type Find, type Path, suggest } from '../../kernel/yaml/finding.ts'
import { resolveFilter } from './filter.ts'
import type { Filter, Pack } from './pack.ts'

export type Scope = { pack: Pack; catalogue: MeasureCatalogue; find: Find; path: Path }

export const inside = (scope: Scope, ...steps: (string | number)[]): Scope => ({
  ...scope,
  path: [...scope.path, ...steps],
})
export const fault = ({ find, path }: Scope, message: string, mend: string): void =>
  find({ path, message, mend })
export const warn = ({ find, path }: Scope, message: string, mend: string): void =>
  find({ path, message, mend, severity: 'warning' })

export const mendOf = (wrong: string | undefined, known: readonly string[] | undefined): string =>
  wrong !== undefined && known ? suggest(wrong, known) : '请按说明改写'

export function checkMeasure(name: string, scope: Scope): Measure | null {
  const measure = Object.hasOwn(scope.catalogue, name) ? scope.catalogue[name] : undefined
  if (!measure) fault(scope, `没有数据项「${name}」`, suggest(name, Object.keys(scope.catalogue)))
  return measure ?? null
}

export function checkFilter(filter: Filter | undefined, measure: Measure, { pack, find, path }: Scope): void {
  resolveFilter(
    filter,
    measure,
    pack,
    (at, message, wrong, known) => find({ path: at, message, mend: mendOf(wrong, known) }),
    path,
  )
}
