// Finds organizations nearby to merge with, and ticks them.
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormField } from '../../../ui/FormField.tsx'
import { useDebounced } from '../../../ui/use-debounced.ts'
import { categories, tiers } from '../../organizations/choices.ts'
import type { Organization } from '../../organizations/organization.ts'
import { whereText } from '../../organizations/organization-fields.ts'
import { useHomeArea } from '../../people/web/session-queries.ts'
import { useCandidates } from './changes-queries.ts'
import { fieldId, type Sending } from './use-sending.ts'

type Props = {
  organization: Organization
  sending: Sending
  value: readonly Organization[]
  onChange: (chosen: readonly Organization[]) => void
}

/** Those of the same community while nothing is typed; with a name, those of the person's whole area. */
export function Candidates({ organization, sending, value, onChange }: Props): ReactNode {
  const [text, setText] = useState('')
  const home = useHomeArea()
  const q = useDebounced(text.trim(), 250)
  const { data } = useCandidates(q && home ? home.code : organization.area, q)
  const found = (data?.items ?? []).filter(({ id }) => id !== organization.id)
  const shown = [...value, ...found.filter(({ id }) => !value.some((one) => one.id === id))]
  const toggle = (one: Organization) =>
    onChange(
      value.some(({ id }) => id === one.id) ? value.filter(({ id }) => id !== one.id) : [...value, one],
    )
  return (
    <>
      <FormField
        id={fieldId('others')}
        label="按名称找"
        hint="不填时列出同一社区（村）的；填了就在您管的范围内找。登记的组织不在其中。"
        fault={sending.faultOf('others')}
      >
        {(control) => (
          <Input
            {...control}
            type="search"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </FormField>
      <fieldset className="pick-list" aria-label="可以合并的组织">
        {shown.map((one) => (
          <label key={one.id} className="pick-line">
            <input
              type="checkbox"
              checked={value.some(({ id }) => id === one.id)}
              onChange={() => toggle(one)}
            />
            <span>
              {one.name}{' '}
              <span className="faint">
                {whereText(one)} · {categories[one.category]} · {tiers[one.tier]}
              </span>
            </span>
            <span className="count">{one.members === null ? '人数不详' : `${one.members} 人`}</span>
          </label>
        ))}
        {data && shown.length === 0 && <p className="faint">没有找到可以合并的组织。</p>}
      </fieldset>
    </>
  )
}
