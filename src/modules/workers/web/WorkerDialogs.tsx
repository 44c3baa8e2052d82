// The dialogs about a social worker: on record, moved, certified, corrected, left.
import { Form } from 'antd'
import type { ReactNode } from 'react'
import { ChooseMany } from '../../../ui/ChoiceChips.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { call } from '../../../ui/call.ts'
import { DayInput } from '../../../ui/DayInput.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { DayItem, WordsItem } from '../../../ui/FormItems.tsx'
import { useHomeArea, useSession } from '../../people/web/session-queries.ts'
import type { Post, WorkerPage } from '../worker.ts'
import { workersApi } from '../workers-api.ts'
import { CertificateFields, PostFields } from './WorkerFields.tsx'
import { asDay, type PostValues, postOf, postValues, type WorkerValues, workerOf } from './worker-form.ts'
import { useDone } from './worker-queries.ts'

/** `organization`, `station`: where the person works, of the page that asks. */
type CreateProps = {
  organization?: string
  station?: { id: string; area: string }
  onClose: () => void
  onMade?: (worker: WorkerPage) => void
}

export function CreateDialog({ organization, station, onClose, onMade }: CreateProps): ReactNode {
  const home = useHomeArea()?.code ?? ''
  const done = useDone()
  const { today } = useSession()
  return (
    <FormDialog<WorkerValues>
      title="登记社会工作者"
      okText="登记"
      explain="人在哪里工作，就算在哪里；调动和离开以后再登记，不用改这里。"
      initialValues={{
        ...{ area: home, employment: 'full', from: today, grade: 'none' },
        ...placeAt(organization, station),
      }}
      onSend={async (values) => {
        const made = await done(call(workersApi.create, { body: workerOf(values, home) }))
        onMade?.(made)
      }}
      onClose={onClose}
    >
      <WordsItem name="name" label="姓名" max={40} needed="请填写姓名" />
      <Another />
      <PostFields dayLabel="哪一天到岗" />
      <CertificateFields open />
    </FormDialog>
  )
}

function placeAt(organization: CreateProps['organization'], station: CreateProps['station']) {
  if (organization) return { site: 'organization', organization } as const
  if (station) return { site: 'station', station: station.id, area: station.area } as const
  return { site: 'community' } as const
}

/** Asked only when the server has found somebody of the name there. */
function Another(): ReactNode {
  const form = Form.useFormInstance()
  const asked = Form.useWatch(() => form.getFieldError('name').some((fault) => fault.includes('同名')))
  const chosen = Form.useWatch('another', { form, preserve: true })
  return (
    <Form.Item name="another" hidden={!asked && !chosen} label="同名">
      <Confirmed />
    </Form.Item>
  )
}

const Confirmed = ({ value = [], onChange }: { value?: string[]; onChange?: (value: string[]) => void }) => (
  <ChooseMany
    options={[{ value: 'yes', label: '是同名的另一个人' }]}
    value={value}
    onChange={onChange ?? (() => undefined)}
  />
)

type Props = { worker: WorkerPage; onClose: () => void }

export function MoveDialog({ worker, onClose }: Props): ReactNode {
  const { today } = useSession()
  const home = useHomeArea()?.code ?? worker.post.area
  const done = useDone()
  return (
    <FormDialog<PostValues>
      title={`登记变动：${worker.name}`}
      okText="登记变动"
      explain="从所填的那一天起在新的地方（或改为专职、兼职）；原来的一段到那一天为止，以前的数字不变。"
      initialValues={{ ...postValues(worker.post), from: today }}
      onSend={(values) =>
        done(call(workersApi.move, { params: { id: worker.id }, body: postOf(values, home) }))
      }
      onClose={onClose}
    >
      <PostFields />
    </FormDialog>
  )
}

type PostValuesToCorrect = PostValues & { until?: string; reason: string }

export function CorrectPostDialog({ worker, post, onClose }: Props & { post: Post }): ReactNode {
  const done = useDone()
  const send = ({ until, reason, ...values }: PostValuesToCorrect) =>
    done(
      call(workersApi.correctPost, {
        params: { id: worker.id, post: post.id },
        body: { ...postOf(values, post.area), until: until ? asDay(until) : null, reason },
      }),
    )
  return (
    <FormDialog<PostValuesToCorrect>
      title="更正这一段任职"
      okText="更正"
      explain="登记时就写错了的才更正，以前的数字会随之改变；后来的变动请用“登记变动”。"
      initialValues={{ ...postValues(post), until: post.endsOn ?? '' }}
      onSend={send}
      onClose={onClose}
    >
      <PostFields dayLabel="哪一天到岗" />
      <Form.Item name="until" label="哪一天离开" extra="还在这里的空着">
        <DayInput calendarLabel="从日历选：哪一天离开" />
      </Form.Item>
      <WordsItem name="reason" label="理由" max={200} needed="请填写理由" />
    </FormDialog>
  )
}

export function LeaveDialog({ worker, onClose }: Props): ReactNode {
  const { today } = useSession()
  const done = useDone()
  return (
    <ConfirmWithReason
      open
      title={`登记离开：${worker.name}`}
      explain="从这一天起不再计入；记录保留，又回来工作的可以再登记。"
      confirmText="登记离开"
      initialValues={{ on: today }}
      onConfirm={({ on, reason }) =>
        done(call(workersApi.leave, { params: { id: worker.id }, body: { on: asDay(String(on)), reason } }))
      }
      onClose={onClose}
    >
      <DayItem name="on" label="哪一天离开" max={today} />
    </ConfirmWithReason>
  )
}

export function RenameDialog({ worker, onClose }: Props): ReactNode {
  const done = useDone()
  return (
    <FormDialog<{ name: string; reason: string }>
      title="更正姓名"
      okText="更正"
      initialValues={{ name: worker.name }}
      onSend={(body) => done(call(workersApi.rename, { params: { id: worker.id }, body }))}
      onClose={onClose}
    >
      <WordsItem name="name" label="姓名" max={40} needed="请填写姓名" />
      <WordsItem name="reason" label="理由" max={200} needed="请填写理由" />
    </FormDialog>
  )
}
