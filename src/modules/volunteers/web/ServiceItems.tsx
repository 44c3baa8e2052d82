// The questions about one occasion of service: what, when, how long.
import type { ReactNode } from 'react'
import { DayItem, OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { serviceKinds } from '../service.ts'

export function ServiceItems(): ReactNode {
  const { today } = useSession()
  return (
    <>
      <OneItem name="kind" label="哪一类" choices={serviceKinds} needed="请选择类别" />
      <WordsItem
        name="activity"
        label="做了什么"
        max={100}
        needed="请填写做了什么"
        placeholder="例如：护河清洁"
      />
      <DayItem name="on" label="哪一天" max={today} />
      <div className="service-times">
        <WordsItem name="from" label="几点开始" max={8} placeholder="例如 14:00" />
        <WordsItem name="until" label="几点结束" max={8} placeholder="例如 16:30" />
        <WordsItem
          name="hours"
          label="或者共几小时"
          max={8}
          placeholder="例如 2.5"
          extra="写了起止时间就不用填，有休息才填"
        />
      </div>
    </>
  )
}
