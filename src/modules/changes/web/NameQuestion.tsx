// The question for a new name: read while it is typed and held against the rule, with lawful proposals, as in filing.
import type { ReactNode } from 'react'
import { nameKindOf } from '../../naming/name-parts.ts'
import { NameField } from '../../naming/web/NameField.tsx'
import type { Tier } from '../../organizations/choices.ts'
import { NearDuplicates } from '../../organizations/web/NearDuplicates.tsx'
import { fieldId, type Sending } from './use-sending.ts'

type Props = {
  sending: Sending
  /** The path by which the server names the field. */
  at: string
  label: string
  value: string
  onChange: (name: string) => void
  /** Of the organization that is to bear the name. */
  of: { area: string; tier: Tier; legalForm: string | null; category: string | null }
  /** Names that may be borne as they are: the one that it has, or those of its parts. */
  known: readonly string[]
  /** The organization that is renamed is not its own duplicate. */
  except?: string
}

export function NameQuestion({ sending, at, label, value, onChange, of, known, except }: Props): ReactNode {
  return (
    <div className="form-field-wide">
      <NameField
        {...{ label, value, onChange, area: of.area, category: of.category }}
        id={fieldId(at)}
        kind={nameKindOf(of.tier, of.legalForm)}
        strictness={known.includes(value.trim()) ? 'warn' : 'block'}
        fault={sending.faultOf(at)}
        beside={<NearDuplicates name={value} area={of.area} except={except} />}
      />
    </div>
  )
}
