// The controls of a tie's dialog: the hub, the organization served, the services.
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { ChooseMany, ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { useDebounced } from '../../../ui/use-debounced.ts'
import type { Organization } from '../../organizations/organization.ts'
import { useOrganizations } from '../../organizations/web/organization-queries.ts'
import { useHubChoices } from './hub-queries.ts'

/** A name that says where it is needs no place beside it. */
const called = (name: string, place: string): string => (name.includes(place) ? name : `${name}（${place}）`)

/** Filled in by the form around it. */
type Control<T> = { id?: string; value?: T; onChange?: (value: T) => void }

export function ServicesChoice({
  offered,
  value = [],
  onChange = () => {},
}: Control<string[]> & { offered: Readonly<Record<string, string>> }): ReactNode {
  return <ChooseMany options={chipsOf(offered)} value={value} onChange={onChange} />
}

export function HubChoice({
  served,
  value,
  onChange = () => {},
}: Control<string> & { served: string }): ReactNode {
  const { data } = useHubChoices(served)
  if (!data) return <Bones lines={2} />
  if (data.items.length === 0)
    return <p className="fact-unknown">本街镇还没有标为枢纽型的组织：请先在那个组织的页面上标为枢纽型。</p>
  const options = data.items.map(({ id, name, areaName }) => ({ value: id, label: called(name, areaName) }))
  return <ChooseOne name="hub" options={options} value={value ?? null} onChange={onChange} />
}

/** Organizations of the hub's area by a part of their name; those it may choose are those it may see. */
export function ServedChoice({
  hub,
  value,
  onChange = () => {},
  id,
}: Control<string> & { hub: Organization }): ReactNode {
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), 250)
  const { data } = useOrganizations({ area: hub.area, q, status: ['active', 'dormant'], limit: 12 })
  const options = (data?.items ?? [])
    .filter((one) => one.id !== hub.id)
    .map((one) => ({ value: one.id, label: called(one.name, one.areaName) }))
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
      <div className="hub-choices">
        {data && options.length === 0 ? (
          <p className="fact-unknown">没有找到；组织要在本枢纽所在的区划里。</p>
        ) : (
          <ChooseOne name="served" options={options} value={value ?? null} onChange={onChange} />
        )}
      </div>
    </>
  )
}
