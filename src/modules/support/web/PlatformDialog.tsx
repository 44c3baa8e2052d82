// The form of a support platform: what it is, whom it serves, who runs it, with what, since when.
import { Form } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { DayItem, ManyItem, OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { OrganizationChoice } from '../../organizations/web/OrganizationChoice.tsx'
import { useHomeArea, useSession } from '../../people/web/session-queries.ts'
import { type Platform, type PlatformDraft, type PlatformKind, platformKinds } from '../platform.ts'
import { supportActs, useChoices, useDone } from './support-queries.ts'

type Values = {
  name: string
  kind: PlatformKind
  area: string
  organization?: string
  operatorWords?: string
  services: string[]
  place?: string
  openedOn: string
}

const operators = { none: '不详', words: '写名称', organization: '名录里的组织' } as const
type Operator = keyof typeof operators

type Props = { platform: Platform | null; onSaved?: (saved: Platform) => void; onClose: () => void }

export function PlatformDialog({ platform, onSaved, onClose }: Props): ReactNode {
  const { today } = useSession()
  const home = useHomeArea()
  const done = useDone()
  const [operator, setOperator] = useState<Operator>(operatorOf(platform))
  const send = async (values: Values) => {
    const draft = draftOf(values, operator)
    onSaved?.(
      await done(
        platform
          ? supportActs.edit(platform.id, { version: platform.version, platform: draft })
          : supportActs.create(draft),
      ),
    )
  }
  return (
    <FormDialog<Values>
      title={platform ? '更正平台信息' : '登记一个平台'}
      okText="保存"
      initialValues={
        platform
          ? valuesOf(platform)
          : { kind: 'incubator', area: home?.code ?? '', services: [], openedOn: today }
      }
      onSend={send}
      onClose={onClose}
    >
      <WordsItem name="name" label="名称" max={60} needed="请填写名称" />
      <OneItem name="kind" label="类型" choices={platformKinds} needed="请选择类型" />
      <Form.Item
        name="area"
        label="服务哪里"
        extra="选到哪一级，就是哪一级的平台"
        rules={[{ required: true, message: '请选择区划' }]}
      >
        <AreaPicker aria-label="服务哪里" />
      </Form.Item>
      <Form.Item label="谁在运营">
        <ChooseOne<Operator>
          name="operatorKind"
          options={chipsOf(operators)}
          value={operator}
          onChange={setOperator}
        />
      </Form.Item>
      <OperatorItem operator={operator} platform={platform} />
      <Services />
      <WordsItem name="place" label="地址（可不填）" max={200} />
      <DayItem name="openedOn" label="哪一天启用" max={today} />
    </FormDialog>
  )
}

function OperatorItem({ operator, platform }: { operator: Operator; platform: Platform | null }): ReactNode {
  if (operator === 'words')
    return (
      <WordsItem
        name="operatorWords"
        label="运营单位"
        max={60}
        needed="请填写运营单位"
        placeholder="例如：某某社会工作服务中心"
      />
    )
  if (operator === 'none') return null
  return (
    <Form.Item
      name="organization"
      label="运营它的组织"
      rules={[{ required: true, message: '请选择一个组织' }]}
      {...(platform?.operator?.id && { extra: `现在是${platform.operator.name}` })}
    >
      <OrganizationChoice name="organization" nothing="名录里没有找到这个组织。" />
    </Form.Item>
  )
}

/** The services of the place that is chosen. */
function Services(): ReactNode {
  const area = Form.useWatch<string | undefined>('area')
  const { data } = useChoices(area || undefined)
  return <ManyItem name="services" label="提供哪些服务（可多选）" choices={data?.services ?? {}} />
}

const operatorOf = (platform: Platform | null): Operator =>
  !platform?.operator ? 'none' : platform.operator.id ? 'organization' : 'words'

const valuesOf = ({ operator, place, ...platform }: Platform): Partial<Values> => ({
  ...platform,
  ...(place && { place }),
  ...(operator && (operator.id ? { organization: operator.id } : { operatorWords: operator.name })),
})

const draftOf = (values: Values, operator: Operator): PlatformDraft => ({
  ...{ name: values.name, kind: values.kind, area: values.area, services: values.services },
  operator: {
    none: null,
    words: { words: values.operatorWords ?? '' },
    organization: { organization: values.organization ?? '' },
  }[operator],
  place: values.place?.trim() ? values.place : null,
  openedOn: (dayFromText(values.openedOn) ?? values.openedOn) as Day,
})
