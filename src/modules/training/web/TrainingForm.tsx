// Announces a training or changes one: five questions, the rest may be left out.
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { CountItem, DayItem, OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { useHomeArea, useSession } from '../../people/web/session-queries.ts'
import { audiences, type Training, type TrainingView, trainingKinds } from '../training.ts'
import { trainingActs, useTrainingAct } from './training-queries.ts'

type Values = Pick<Training, 'title' | 'area' | 'organizer' | 'audience' | 'kind'> & {
  heldOn: string
  until: string | null
  startsAt: string | null
  endsAt: string | null
  place: string | null
  link: string | null
  seats: number | null
  note: string | null
}
type Props = { training: Training | null; onClose: () => void }

export function TrainingForm({ training, onClose }: Props): ReactNode {
  const home = useHomeArea()
  const { today } = useSession()
  const act = useTrainingAct<TrainingView>()
  const navigate = useNavigate()
  const send = async (values: Values) => {
    const draft = draftOf(values)
    const { id } = await act.mutateAsync(() =>
      training
        ? trainingActs.edit(training.id, { version: training.version, training: draft })
        : trainingActs.create(draft),
    )
    if (!training) await navigate(`/trainings/${id}`)
  }
  const fresh = {
    area: home?.code,
    organizer: home?.name,
    audience: 'keyMembers',
    kind: 'onSite',
    heldOn: today,
  }
  return (
    <FormDialog<Values>
      title={training ? '修改培训' : '发布培训'}
      explain={training ? undefined : '已经办过的，照当时的日期补登，再登记签到。'}
      okText={training ? '保存' : '发布'}
      initialValues={(training ?? fresh) as Partial<Values>}
      onSend={send}
      onClose={onClose}
    >
      <Needed areaFixed={training?.status === 'held'} />
      <details className="training-more">
        <summary>名额、最后一天、说明（可不填）</summary>
        <Further />
      </details>
    </FormDialog>
  )
}

function Needed({ areaFixed }: { areaFixed: boolean }): ReactNode {
  const kind = Form.useWatch('kind') as Training['kind'] | undefined
  return (
    <>
      <WordsItem
        name="title"
        label="培训名称"
        max={60}
        needed="请填写名称"
        placeholder="例如：社区社会组织负责人能力培训"
      />
      <OneItem name="audience" label="对象" choices={audiences} />
      <OneItem name="kind" label="方式" choices={trainingKinds} />
      <DayItem name="heldOn" label={kind === 'online' ? '从哪一天起' : '哪一天'} />
      {kind === 'online' ? (
        <WordsItem
          name="link"
          label="网址"
          max={500}
          needed="请填写网址"
          placeholder="https://"
          extra="不限观看时长；学完由组织方登记。"
        />
      ) : (
        <Where />
      )}
      <WordsItem name="organizer" label="举办单位" max={60} needed="请填写举办单位" />
      <Form.Item
        name="area"
        label="举办单位所在区划"
        extra="其下的组织都能看到、都能报名"
        rules={[{ required: true, message: '请选择区划' }]}
      >
        <AreaPicker aria-label="举办单位所在区划" {...(areaFixed && { disabled: true })} />
      </Form.Item>
    </>
  )
}

const Where = (): ReactNode => (
  <>
    <div className="training-hours">
      <Form.Item name="startsAt" label="几点开始（可不填）">
        <Input type="time" />
      </Form.Item>
      <Form.Item name="endsAt" label="几点结束">
        <Input type="time" />
      </Form.Item>
    </div>
    <WordsItem name="place" label="地点（可不填）" max={100} />
  </>
)

const Further = (): ReactNode => (
  <>
    <Form.Item name="until" label="最后一天" extra="只有一天的不用填">
      <DayInput calendarLabel="从日历选最后一天" />
    </Form.Item>
    <CountItem name="seats" label="名额" unit="人" extra="不填就不限" />
    <WordsItem name="note" label="说明" max={500} long />
  </>
)

const orNull = (text: string | null | undefined): string | null => (text?.trim() ? text.trim() : null)

function draftOf({ title, area, organizer, audience, kind, ...rest }: Values) {
  const day = (text: string | null | undefined) =>
    orNull(text) === null ? null : (dayFromText(text ?? '') ?? text ?? null)
  const onSite = kind === 'onSite'
  return {
    ...{ title, area, organizer, audience, kind },
    heldOn: day(rest.heldOn) ?? '',
    until: day(rest.until),
    startsAt: onSite ? orNull(rest.startsAt) : null,
    endsAt: onSite ? orNull(rest.endsAt) : null,
    place: onSite ? orNull(rest.place) : null,
    link: orNull(rest.link),
    seats: rest.seats ?? null,
    note: orNull(rest.note),
  }
}
