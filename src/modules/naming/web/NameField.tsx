// The field for an organization's name: shows its parts while it is typed, says what is wrong, and proposes better ones.
import { Input } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { FormField, focusField } from '../../../ui/FormField.tsx'
import { useDebounced } from '../../../ui/use-debounced.ts'
import type { NameKind, NameReading } from '../name-parts.ts'
import { NameFaults } from './NameFaults.tsx'
import { NameProposals } from './NameProposals.tsx'
import { NameSegments } from './NameSegments.tsx'
import { useNameReading } from './naming-queries.ts'
import './naming.css'

type Props = {
  id: string
  label: string
  value: string
  onChange: (name: string) => void
  /** Where the organization is; before it is known the name is not checked. */
  area: string | null
  /** See `nameKindOf`. */
  kind: NameKind
  /** The register's category, for proposals. */
  category: string | null
  /** `block`: what breaks a rule must be mended. `warn`: it is said, and may stay. */
  strictness: 'block' | 'warn'
  hint?: ReactNode
  fault?: string | undefined
  /** Each new reading of what is typed; null while there is none. */
  onReading?: (reading: NameReading | null) => void
  /** What else concerns the name: organizations that are called nearly so. */
  beside?: ReactNode
}

export function NameField(props: Props): ReactNode {
  const { id, label, value, onChange, area, hint, fault } = props
  return (
    <div className="name-field">
      <FormField id={id} label={label} hint={hint} fault={fault} required wide>
        {(control) => (
          <Input
            {...control}
            aria-describedby={[control['aria-describedby'], `${id}-reading`].filter(Boolean).join(' ')}
            autoComplete="off"
            placeholder="例如：牌楼社区夕阳红合唱队"
            status={control['aria-invalid'] ? 'error' : ''}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </FormField>
      {area === null ? <PlaceFirst typed={value} /> : <Reading {...props} area={area} />}
      {props.beside}
    </div>
  )
}

/** Names begin with their place: without it nothing can be said. */
const PlaceFirst = ({ typed }: { typed: string }): ReactNode =>
  typed.trim() === '' ? null : <p className="name-note">选好所在社区（村）后，这里会说明名称合不合规则。</p>

function Reading(props: Props & { area: string }): ReactNode {
  const { id, value, area, kind, category, strictness, onChange, onReading } = props
  const [wanted, setWanted] = useState(false)
  const name = useDebounced(value.trim(), 200)
  const { data } = useNameReading({ area, kind, name })
  const reading = name === '' ? null : (data ?? null)
  const current = reading?.name === value.trim() ? reading : null
  useEffect(() => onReading?.(current), [current, onReading])
  const isWrong = (reading?.faults.length ?? 0) > 0
  return (
    <div className="name-reading" id={`${id}-reading`} role="status">
      {reading && (
        <div className={current ? undefined : 'stale'}>
          <NameSegments reading={reading} />
          <NameFaults faults={reading.faults} strictness={strictness} />
        </div>
      )}
      <NameProposals
        {...{ area, kind, category, words: name, shown: wanted || isWrong }}
        onAsk={() => setWanted(true)}
        onChoose={(name) => {
          onChange(name)
          focusField(id)
        }}
      />
    </div>
  )
}
