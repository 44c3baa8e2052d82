// The organization for which a room is asked: the only one, the one somebody came from, or one found by its name.
import { Input } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { ChooseOne } from '../../../ui/ChoiceChips.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { useDebounced } from '../../../ui/use-debounced.ts'
import { useBookers } from './venue-queries.ts'

type Props = {
  venue: string
  /** The organization from whose page somebody came. */
  preset: string | undefined
  value?: string
  onChange?: (value: string) => void
}

/** So many are shown without typing. */
const few = 12

export function BookerChoice({ venue, preset, value, onChange = () => undefined }: Props): ReactNode {
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), 250)
  const { data } = useBookers(venue, preset ? { only: preset } : q ? { q } : {})
  const only = data?.items.length === 1 && q === '' ? data.items[0]?.id : undefined
  useEffect(() => {
    if (only && !value) onChange(only)
  }, [only, value, onChange])
  if (!data) return <Bones lines={2} />
  return (
    <>
      {(data.items.length >= few || q !== '') && (
        <Input
          type="search"
          aria-label="按名称找组织"
          placeholder="名称的一部分"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {data.items.length === 0 ? (
        <p className="fact-unknown">没有您可以替它预约的组织：它要在这个场地的开放范围里。</p>
      ) : (
        <ChooseOne
          name="booker"
          options={data.items.map(({ id, name }) => ({ value: id, label: name }))}
          value={value ?? null}
          onChange={onChange}
        />
      )}
    </>
  )
}
