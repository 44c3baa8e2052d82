// The questions about a post and about a certificate, as every dialog asks them.
import { Form } from 'antd'
import { lazy, type ReactNode, Suspense } from 'react'
import { DayInput } from '../../../ui/DayInput.tsx'
import { DayItem, OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { OrganizationChoice } from '../../organizations/web/OrganizationChoice.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { certifiedGrades, employments, grades, sites } from '../worker.ts'

/** Arrives when somebody works at a station. */
const StationItem = lazy(async () => ({ default: (await import('./StationItem.tsx')).StationItem }))

export function PostFields({ dayLabel = '从哪一天起' }: { dayLabel?: string }): ReactNode {
  const site = Form.useWatch('site')
  const area = Form.useWatch('area')
  const { today } = useSession()
  return (
    <>
      <OneItem name="site" label="在哪里工作" choices={sites} needed="请选择" />
      {site === 'organization' ? (
        <Form.Item
          name="organization"
          label="哪个组织"
          rules={[{ required: true, message: '请选择所在的组织' }]}
        >
          <OrganizationChoice name="organization" nothing="名录里没有找到，请换个写法" />
        </Form.Item>
      ) : (
        <>
          <Form.Item
            name="area"
            label="所在社区（村）、街道或县区"
            rules={[{ required: true, message: '请选择所在区划' }]}
          >
            <AreaPicker />
          </Form.Item>
          {site === 'station' && area && (
            <Suspense fallback={<Bones lines={2} />}>
              <StationItem area={area} />
            </Suspense>
          )}
        </>
      )}
      <OneItem name="employment" label="专职还是兼职" choices={employments} needed="请选择专职或兼职" />
      <DayItem name="from" label={dayLabel} max={today} />
    </>
  )
}

/** `open`: somebody may have none. */
export function CertificateFields({ open = false }: { open?: boolean }): ReactNode {
  const grade = Form.useWatch('grade')
  const { today } = useSession()
  return (
    <>
      <OneItem
        name="grade"
        label="社会工作者职业资格"
        choices={open ? grades : certifiedGrades}
        needed="请选择等级"
      />
      {grade !== undefined && grade !== 'none' && (
        <>
          <WordsItem name="number" label="证书编号" max={60} extra="不知道的可以先空着，以后补上" />
          <DayItem name="obtainedOn" label="取得日期" max={today} />
          <Form.Item name="validUntil" label="登记有效期至" extra="没有期限的空着；到期前会提醒">
            <DayInput calendarLabel="从日历选：登记有效期至" />
          </Form.Item>
        </>
      )}
    </>
  )
}
