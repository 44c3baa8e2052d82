// Chooses one organization by a part of its name; those offered are those that the person may see.
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { ChooseOne } from '../../../ui/ChoiceChips.tsx'
import { useDebounced } from '../../../ui/use-debounced.ts'
import type { Organization } from '../organization.ts'
import { useOrganizations } from './organization-queries.ts'
import './organizations.css'

type Props = {
  /** Of the radio group; unique on the page. */
  name: string
  /** Only organizations of this area. */
  area?: string | undefined
  /** One that is not offered. */
  except?: string
  /** What is said when nothing was found. */
  nothing: string
  /** These three are filled in by the form around it. */
  id?: string
  value?: string
  onChange?: (id: string) => void
}

export function OrganizationChoice({ name, area, except, nothing, id, value, onChange }: Props): ReactNode {
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), 250)
  const { data } = useOrganizations({
    ...{ q, status: ['active', 'dormant'], limit: 12 },
    ...(area && { area }),
  })
  const options = (data?.items ?? [])
    .filter((one) => one.id !== except)
    .map((one) => ({ value: one.id, label: called(one) }))
  return (
    <>
      <Input
        {...(id && { id })}
        type="search"
        placeholder="名称、拼音或首字母"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="organization-choices">
        {data && options.length === 0 ? (
          <p className="fact-unknown">{nothing}</p>
        ) : (
          <ChooseOne name={name} options={options} value={value ?? null} onChange={onChange ?? noChange} />
        )}
      </div>
    </>
  )
}

const noChange = () => undefined

/** A name that says where it is needs no place beside it. */
const called = ({ name, areaName }: Organization): string =>
  name.includes(areaName) ? name : `${name}（${areaName}）`
