// Which social-work station: one of the platforms of the area, or its name where it is not among them.
import { Form, Select } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { WordsItem } from '../../../ui/FormItems.tsx'
import { usePlatforms } from '../../support/web/support-queries.ts'
import { unlisted } from './worker-form.ts'

export function StationItem({ area }: { area: string }): ReactNode {
  const form = Form.useFormInstance()
  const chosen: string | undefined = Form.useWatch('station', form)
  const { data, isPlaceholderData } = usePlatforms({
    area,
    kind: ['socialWorkStation'],
    closed: 'false',
    limit: 200,
  })
  const stations = (data?.items ?? [])
    .filter(({ may }) => may.includes('support.keep'))
    .map(({ id, name }) => ({ value: id, label: name }))
  const before = (form.getFieldValue('before') ?? []) as { value: string; label: string }[]
  const missing = before.filter((one) => !stations.some(({ value }) => value === one.value))
  const options = [...missing, ...stations, { value: unlisted, label: '平台里没有，写名称' }]
  const isElsewhere = chosen !== undefined && !options.some(({ value }) => value === chosen)
  useEffect(() => {
    if (data && !isPlaceholderData && isElsewhere) form.setFieldValue('station', undefined)
  }, [data, isPlaceholderData, isElsewhere, form])
  return (
    <>
      <Form.Item name="station" label="哪个服务站" extra="先选区划，再选那里的服务站；不清楚的可以空着">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选择服务站"
          options={options}
        />
      </Form.Item>
      {chosen === unlisted && (
        <WordsItem name="stationWords" label="服务站名称" max={60} needed="请填写服务站名称" />
      )}
    </>
  )
}
