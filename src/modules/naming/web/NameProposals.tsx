// Lawful names one tap away: asked for, or offered where what is typed is not in order.
import type { ReactNode } from 'react'
import type { NameKind } from '../name-parts.ts'
import { useNameProposals } from './naming-queries.ts'

type Props = {
  area: string
  kind: NameKind
  category: string | null
  words: string
  shown: boolean
  onAsk: () => void
  onChoose: (name: string) => void
}

export function NameProposals({ area, kind, category, words, shown, onAsk, onChoose }: Props): ReactNode {
  const { data } = useNameProposals({ area, kind, category, words, wanted: shown })
  if (!shown) {
    return (
      <button type="button" className="text-button" onClick={onAsk}>
        帮我起名：写几个字，例如“夕阳红 合唱”
      </button>
    )
  }
  const items = (data?.items ?? []).filter(({ name }) => name !== words)
  if (items.length === 0) return null
  return (
    <fieldset className="name-proposals">
      <legend>可以改成（点一下就用）</legend>
      {items.map(({ name }) => (
        <button key={name} type="button" onClick={() => onChoose(name)}>
          {name}
        </button>
      ))}
    </fieldset>
  )
}
