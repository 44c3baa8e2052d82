// The controls of a tie's dialog: the hub, the organization served, the services.
import type { ReactNode } from 'react'
import { ChooseMany, ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { OrganizationChoice } from '../../organizations/web/OrganizationChoice.tsx'
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

/** Organizations of the hub's area. */
export function ServedChoice({ hub, ...control }: Control<string> & { hub: Organization }): ReactNode {
  return (
    <OrganizationChoice
      {...control}
      name="served"
      area={hub.area}
      except={hub.id}
      nothing="没有找到；组织要在本枢纽所在的区划里。"
    />
  )
}
