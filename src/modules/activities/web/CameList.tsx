// Those who signed up, to tick who came: one tap each, or all at once.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { FormPart } from '../../changes/web/ChangeFrame.tsx'
import { signUpStatuses } from '../sign-up.ts'
import { useSignUps } from './activity-queries.ts'

type Props = { id: string; came: readonly string[]; onChange: (came: readonly string[]) => void }

export function CameList({ id, came, onChange }: Props): ReactNode {
  const { data } = useSignUps(id)
  const people = data?.items.filter(({ status }) => status !== 'cancelled') ?? []
  if (people.length === 0) return null
  const toggled = (one: string) =>
    came.includes(one) ? came.filter((other) => other !== one) : [...came, one]
  return (
    <FormPart id="came" title={`谁来了（已勾 ${came.length} / ${people.length}）`}>
      <p>
        <Button onClick={() => onChange(people.map((one) => one.id))}>都来了</Button>
      </p>
      <ul className="activity-came">
        {people.map((one) => (
          <li key={one.id}>
            <label className="activity-check">
              <input
                type="checkbox"
                checked={came.includes(one.id)}
                onChange={() => onChange(toggled(one.id))}
              />
              {one.name}
              {one.status === 'waiting' && <span className="faint">{signUpStatuses.waiting}</span>}
            </label>
          </li>
        ))}
      </ul>
    </FormPart>
  )
}
