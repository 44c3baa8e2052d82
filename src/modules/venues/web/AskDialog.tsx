// Asks for a room: for whom, when, what for; weekly until a day, with every clash named before it is sent.
import { Form, Input, InputNumber, Modal, Switch } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { showFaults } from '../../../ui/faults.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import type { Occurrence, Slot } from '../booking.ts'
import type { Room, Venue } from '../venue.ts'
import { BookerChoice } from './BookerChoice.tsx'
import { ClockSelect } from './ClockSelect.tsx'
import { OccurrenceList } from './OccurrenceList.tsx'
import { useOccurrences, useVenueAct, venueActs } from './venue-queries.ts'

type Props = { venue: Venue; room: Room; slot: Slot; onClose: () => void }

type Values = {
  organization?: string
  day: string
  from: string
  to: string
  weekly: boolean
  until?: string | null
  purpose?: string
  people?: number | null
}

export function AskDialog({ venue, room, slot, onClose }: Props): ReactNode {
  const [form] = Form.useForm<Values>()
  const values = Form.useWatch([], form) as Values | undefined
  const { data } = useOccurrences(room.id, spanOf(values))
  const clashes = values?.weekly ? (data?.items ?? []).filter(({ why }) => why !== null) : []
  const { send, act, shown } = useSend(form, { room, clashes, onClose })
  const keeps = venue.may.includes('venue.keep')
  return (
    <Modal
      open
      title={`预约${venue.name}·${room.name}`}
      okText={keeps ? '直接约定' : '提出预约'}
      cancelText="先不"
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={send}
        scrollToFirstError={{ focus: true }}
        initialValues={{ ...slot, weekly: false }}
      >
        <WhoField venue={venue} />
        <WhenFields weekly={values?.weekly === true} />
        <OccurrenceList items={data?.items ?? []} weekly={values?.weekly === true} />
        <WhatFields room={room} />
      </Form>
      {keeps && <p className="explain">您管理这个场地，提出来就算约定。</p>}
      <ProblemAlert problem={act.error} shown={shown} />
    </Modal>
  )
}

function WhoField({ venue }: { venue: Venue }): ReactNode {
  return (
    <Form.Item
      name="organization"
      label="替哪个组织约"
      rules={[{ required: true, message: '请选择一个组织' }]}
    >
      <BookerChoice venue={venue.id} preset={useUrlState().one('for')} />
    </Form.Item>
  )
}

function WhenFields({ weekly }: { weekly: boolean }): ReactNode {
  return (
    <>
      <Form.Item name="day" label="哪一天" rules={[dayRule]} validateTrigger="onSubmit">
        <DayInput calendarLabel="从日历选日期" />
      </Form.Item>
      <div className="venue-times">
        <Form.Item name="from" label="从">
          <ClockSelect />
        </Form.Item>
        <Form.Item name="to" label="到">
          <ClockSelect end />
        </Form.Item>
      </div>
      <Form.Item name="weekly" label="每周都约" valuePropName="checked">
        <Switch />
      </Form.Item>
      {weekly && (
        <Form.Item name="until" label="约到哪一天为止" rules={[dayRule]} validateTrigger="onSubmit">
          <DayInput calendarLabel="从日历选最后一天" />
        </Form.Item>
      )}
    </>
  )
}

function WhatFields({ room }: { room: Room }): ReactNode {
  return (
    <>
      <Form.Item
        name="purpose"
        label="做什么用"
        extra="管场地的人据此答复"
        rules={[
          { required: true, whitespace: true, message: '请填写做什么用' },
          { max: 100, message: '最多 100 个字' },
        ]}
      >
        <Input placeholder="例如：合唱排练" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="people"
        label="大约多少人（可不填）"
        {...(room.capacity !== null && { extra: `这一间最多 ${room.capacity} 人` })}
      >
        <InputNumber min={1} max={100_000} precision={0} inputMode="numeric" />
      </Form.Item>
    </>
  )
}

const dayRule = {
  validator: async (_: unknown, text: string | null): Promise<void> => {
    if (!dayFromText(text ?? '')) throw new Error('请填写日期，例如 2023-09-01')
  },
}

/** What is asked of the server while somebody types; null while it is no span. */
function spanOf(values: Values | undefined) {
  const day = dayFromText(values?.day ?? '')
  if (!values || !day || values.from >= values.to) return null
  const until = values.weekly ? dayFromText(values.until ?? '') : null
  return { day, from: values.from, to: values.to, ...(until && until >= day && { until }) }
}

type Sending = { room: Room; clashes: readonly Occurrence[]; onClose: () => void }

function useSend(form: ReturnType<typeof Form.useForm<Values>>[0], { room, clashes, onClose }: Sending) {
  const act = useVenueAct()
  const [shown, setShown] = useState<string[]>([])
  const send = (values: Values) =>
    act.mutate(() => venueActs.ask(values.organization ?? '', bodyOf(values, room.id, clashes)), {
      onSuccess: onClose,
      onError: (problem) => setShown(showFaults(form, problem)),
    })
  return { send, act, shown }
}

/** Days that cannot be had were named beside the button: sending leaves them out. */
function bodyOf(values: Values, room: string, clashes: readonly Occurrence[]) {
  const until = values.weekly ? dayFromText(values.until ?? '') : null
  return {
    ...{ room, day: dayFromText(values.day) ?? values.day, from: values.from, to: values.to },
    ...(until && { until, skip: clashes.map(({ day }) => day as Day) }),
    purpose: values.purpose ?? '',
    people: values.people ?? null,
  }
}
