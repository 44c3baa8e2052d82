// What a venue is and where: the plain questions of its form.
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Switch } from 'antd'
import type { ReactNode } from 'react'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { areaQuery } from '../../areas/web/areas-queries.ts'
import { type VenueTerms, venueTerms } from '../venue.ts'

const needed = (message: string) => ({ required: true, whitespace: true, message })
const longest = (max: number) => ({ max, message: `最多 ${max} 个字` })

export function PlaceFields({ fixed }: { fixed: boolean }): ReactNode {
  return (
    <>
      <Form.Item name="name" label="名称" rules={[needed('请填写名称'), longest(60)]}>
        <Input placeholder="例如：娄江社区活动中心" autoComplete="off" />
      </Form.Item>
      <Form.Item name="area" label="在哪个区划" rules={[{ required: true, message: '请选择区划' }]}>
        <AreaPicker aria-label="在哪个区划" {...(fixed && { disabled: true })} />
      </Form.Item>
      <Form.Item name="openTo" label="对哪里的组织开放" rules={[{ required: true, message: '请选择范围' }]}>
        <OpenToChoice />
      </Form.Item>
      <Form.Item name="address" label="地址" rules={[needed('请填写地址'), longest(120)]}>
        <Input placeholder="例如：娄江路 8 号 2 楼" autoComplete="off" />
      </Form.Item>
      <Form.Item name="contact" label="场地电话（可不填）" rules={[longest(40)]}>
        <Input placeholder="值班电话，不要写个人手机" autoComplete="off" />
      </Form.Item>
    </>
  )
}

type OpenToProps = { value?: string; onChange?: (value: string) => void }

/** The area where it stands, or one above it. */
function OpenToChoice({ value, onChange = () => undefined }: OpenToProps): ReactNode {
  const area = Form.useWatch<string | undefined>('area')
  const { data } = useQuery({ ...areaQuery(area ?? ''), enabled: !!area })
  if (!data) return <p className="fact-unknown">先选择它在哪个区划。</p>
  const above = data.ancestors.filter(({ level }) => level !== 'province').reverse()
  const here = { value: data.code, label: data.shortName }
  const options = [here, ...above.map(({ code, name }) => ({ value: code, label: name }))]
  return <ChooseOne name="openTo" options={options} value={value ?? null} onChange={onChange} />
}

export function FactFields(): ReactNode {
  const terms = Form.useWatch<VenueTerms | undefined>('terms')
  return (
    <>
      <Form.Item name="terms" label="费用">
        <TermsChoice />
      </Form.Item>
      {terms === 'discounted' && (
        <Form.Item name="termsNote" label="怎么优惠" rules={[needed('请写明怎么优惠'), longest(200)]}>
          <Input placeholder="例如：每小时 20 元，半价" autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="forWhom" label="使用条件（可不填）" rules={[longest(200)]}>
        <Input placeholder="例如：用后打扫干净；晚上 9 点以后不放音乐" autoComplete="off" />
      </Form.Item>
      <Form.Item name="openedOn" label="从哪一天开放" rules={[dayRule]} validateTrigger="onSubmit">
        <DayInput calendarLabel="从日历选日期" />
      </Form.Item>
      <Form.Item name="closedOnHolidays" label="法定节假日不开放" valuePropName="checked">
        <Switch />
      </Form.Item>
    </>
  )
}

function TermsChoice(given: { value?: VenueTerms; onChange?: (value: VenueTerms) => void }): ReactNode {
  const { value = 'free', onChange = () => undefined } = given
  return <ChooseOne name="terms" options={chipsOf(venueTerms)} value={value} onChange={onChange} />
}

const dayRule = {
  validator: async (_: unknown, text: string | null): Promise<void> => {
    if (!dayFromText(text ?? '')) throw new Error('请填写日期，例如 2023-09-01')
  },
}
