// Words to search a list by, kept in the address as `q`: they go there when the person stops typing for a moment.
import { Input } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { Icon } from './icons.tsx'
import { useDebounced } from './use-debounced.ts'
import { useUrlState } from './use-url-state.ts'

type Props = {
  /** What is searched, for those who hear the page. */
  label: string
  placeholder: string
}

export function SearchInput({ label, placeholder }: Props): ReactNode {
  const url = useUrlState()
  const inAddress = url.one('q') ?? ''
  const [text, setText] = useState(inAddress)
  const typed = useDebounced(text, 250)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed moves the address
  useEffect(() => {
    if (typed.trim() !== inAddress) url.set({ q: typed.trim() })
  }, [typed])
  useEffect(() => setText((now) => (now.trim() === inAddress ? now : inAddress)), [inAddress])
  return (
    <Input
      className="grow"
      type="search"
      aria-label={label}
      placeholder={placeholder}
      prefix={<Icon name="search" size={18} />}
      allowClear
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  )
}
