// The text of a pack while it is being changed, kept on the device until it is loaded or thrown away.
import { useEffect, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from '../../../ui/device-draft.ts'
import { useDebounced } from '../../../ui/use-debounced.ts'
import { useSession } from '../../people/web/session-queries.ts'

export type PackDraft = {
  text: string
  setText: (text: string) => void
  /** There is an older draft that differs from what is shown. */
  offered: boolean
  take: () => void
  drop: () => void
}

/** `name` of the pack, `first` its text as the server has it. */
export function usePackDraft(name: string, first: string): PackDraft {
  const key = `pack.${useSession().person.id}.${name}`
  const [text, setText] = useState(first)
  const [old, setOld] = useState(() => readDraft<string>(key, Date.now())?.value)
  const settled = useDebounced(text, 400)
  useEffect(() => {
    if (settled !== first) keepDraft(key, settled, Date.now())
  }, [key, settled, first])
  const drop = () => {
    dropDraft(key)
    setOld(undefined)
  }
  const take = () => {
    setText(old ?? first)
    setOld(undefined)
  }
  return { text, setText, offered: old !== undefined && old !== text, take, drop }
}
