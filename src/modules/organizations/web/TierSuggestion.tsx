// Under the choice of the tier: which one the answers so far point to, and what that rests on. The officer decides.
import type { ReactNode } from 'react'
import { useDebounced } from '../../../ui/use-debounced.ts'
import { tiers } from '../choices.ts'
import type { FormDraft } from '../organization-fields.ts'
import { TierProposal } from './TierProposal.tsx'
import { useTierProposal } from './tier-queries.ts'

/** Nothing until the area, whose rules count, and the number of members are known. */
export function TierSuggestion({ draft }: { draft: FormDraft }): ReactNode {
  const asked = useDebounced(JSON.stringify(queryOf(draft) ?? null), 400)
  const { data } = useTierProposal((JSON.parse(asked) as ReturnType<typeof queryOf> | null) ?? undefined)
  if (!data || queryOf(draft) === undefined) return null
  return (
    <details className="form-field form-field-wide">
      <summary>
        按已填的情况提议：<b>{tiers[data.reached]}</b>
        <span className="faint">（逐条对照，由您决定）</span>
      </summary>
      <TierProposal proposal={data} {...(draft.tier ? { tier: draft.tier } : {})} />
    </details>
  )
}

function queryOf({ area, members, place, scope }: FormDraft) {
  if (area === null || members === null) return undefined
  return {
    area,
    people: members,
    ...(place ? { place: 'true' as const } : {}),
    ...(scope ? { scope: 'true' as const } : {}),
  }
}
