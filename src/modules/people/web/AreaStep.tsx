// First step: the area in which the product is used, found in the divisions that are shipped with it.
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useDebounced } from '../../../ui/use-debounced.ts'
import { levelLabels } from '../../areas/area.ts'
import type { AreaHit } from '../../areas/areas-api.ts'
import type { ChosenArea } from './first-run-choice.ts'
import { divisionsQuery } from './first-run-queries.ts'

type Props = { value: ChosenArea | null; onChange: (area: ChosenArea) => void; onNext: () => void }

/** More lines than this do not fit a screen; the person types one more character instead. */
const most = 8

export function AreaStep({ value, onChange, onNext }: Props): ReactNode {
  const [text, setText] = useState('')
  const { data, error, refetch } = useQuery(divisionsQuery(useDebounced(text.trim(), 120)))
  return (
    <>
      <h2>在哪里使用？</h2>
      <p className="faint">
        选一个市，或一个县（市、区）。它下面的街道、乡镇、社区和村会一起装入。以后可以再加别的地区。
      </p>
      <label className="field-label" htmlFor="first-area">
        找地区
      </label>
      <Input
        id="first-area"
        value={text}
        allowClear
        autoFocus
        placeholder="汉字、拼音、首字母或代码，例如 太仓、taicang、tc"
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {data ? (
        <Lines items={data.items} text={text} value={value} onChange={onChange} />
      ) : (
        !error && <Bones lines={6} />
      )}
      <div className="step-actions">
        <span className="faint">{value ? `已选：${value.where} ${value.name}` : '先选一个地区'}</span>
        <Button type="primary" size="large" disabled={!value} onClick={onNext}>
          下一步
        </Button>
      </div>
    </>
  )
}

type LinesProps = {
  items: AreaHit[]
  text: string
  value: ChosenArea | null
  onChange: (area: ChosenArea) => void
}

function Lines({ items, text, value, onChange }: LinesProps): ReactNode {
  if (items.length === 0)
    return <p className="faint choice-list">{`没有找到“${text.trim()}”，换个写法试试。`}</p>
  return (
    <fieldset className="choice-list">
      <legend className="sr-only">地区</legend>
      {items.slice(0, most).map((item) => (
        <label key={item.code} className={item.code === value?.code ? 'choice chosen' : 'choice'}>
          <input
            type="radio"
            name="area"
            checked={item.code === value?.code}
            onChange={() => onChange({ code: item.code, name: item.name, where: item.where })}
          />
          <span>
            <b>{item.name}</b> <span className="faint">{item.where}</span>
          </span>
          <span className="faint nowrap">{levelLabels[item.level]}</span>
        </label>
      ))}
      {items.length > most && <p className="faint">还有更多，再多打一个字。</p>}
    </fieldset>
  )
}
