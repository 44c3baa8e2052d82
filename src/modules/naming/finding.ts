// What a rule of names is told, and what it says.
import type { Folded } from './folded.ts'
import type { NameFault, NameKind, NamePart } from './name-parts.ts'
import type { NamingRules } from './naming-rules.ts'
import type { Place } from './places.ts'
import type { Parts, Span } from './read-parts.ts'

/** What a rule looks at: the folded name, its parts, and where the organization is. */
export type Looked = {
  folded: Folded
  parts: Parts
  places: readonly Place[]
  kind: NameKind
  rules: NamingRules
}

/** What a rule has found: `span` in the folded name; an empty one marks the place where something is missing. */
export type Finding = {
  severity?: NameFault['severity']
  part: NamePart | null
  span: Span
  message: string
  why: string
  mend: string
}

export const plainWords = '《社会组织名称管理办法》第七条：含义明确健康、文字规范简洁'
