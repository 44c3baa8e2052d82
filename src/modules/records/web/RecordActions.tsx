// What may be done about a record: correct, withdraw, end, hand in its file; a closed way says why.
import { Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { acceptOf, allFileKinds } from '../../../kernel/file-kind.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { RecordPage } from '../record.ts'
import { isLasting } from '../record-kinds.ts'
import { whyNot } from '../record-rules.ts'
import { useAttach, useEnd, useWithdraw } from './record-queries.ts'

type Props = { record: RecordPage }

export function RecordActions({ record }: Props): ReactNode {
  const [asked, setAsked] = useState<'withdraw' | 'end' | null>(null)
  if (!record.may.includes('record.correct') || whyNot('correct', record)) return null
  const close = () => setAsked(null)
  return (
    <div className="record-actions no-print">
      {!whyNot('attach', record) && <Attach id={record.id} />}
      <ButtonLink to={`/records/${record.id}/edit`}>更正</ButtonLink>
      {isLasting(record.kind) && (
        <Button disabled={whyNot('end', record) !== null} onClick={() => setAsked('end')}>
          {whyNot('end', record)?.message ?? '终止'}
        </Button>
      )}
      <Button onClick={() => setAsked('withdraw')}>撤回</Button>
      {asked === 'withdraw' && <Withdraw record={record} onClose={close} />}
      {asked === 'end' && <End record={record} onClose={close} />}
    </div>
  )
}

function Attach({ id }: { id: string }): ReactNode {
  const attach = useAttach()
  return (
    <>
      <FileButton
        accept={acceptOf(allFileKinds)}
        loading={attach.isPending}
        onFile={(file) => attach.mutate({ id, file })}
      >
        补上文件
      </FileButton>
      <ProblemAlert problem={attach.error} />
    </>
  )
}

type DialogProps = Props & { onClose: () => void }

function Withdraw({ record, onClose }: DialogProps): ReactNode {
  const withdraw = useWithdraw(record.id)
  return (
    <ConfirmWithReason
      open
      title={`撤回“${record.title}”`}
      explain="不该有这条记录，才撤回。它不再计入任何数，但留在档案里，理由别人看得到。"
      confirmText="撤回"
      danger
      onConfirm={({ reason }) => withdraw.mutateAsync({ reason })}
      onClose={onClose}
    />
  )
}

function End({ record, onClose }: DialogProps): ReactNode {
  const end = useEnd(record.id)
  const { today } = useSession()
  return (
    <ConfirmWithReason
      open
      title={`终止“${record.title}”`}
      explain="从这一天起不再有效；以前的日子仍按有效算。"
      confirmText="终止"
      initialValues={{ on: today }}
      onConfirm={({ reason, on }) =>
        end.mutateAsync({ reason, on: dayFromText(String(on ?? '')) ?? String(on ?? '') })
      }
      onClose={onClose}
    >
      <Form.Item name="on" label="从哪一天起">
        <DayInput max={today} calendarLabel="选终止日期" />
      </Form.Item>
    </ConfirmWithReason>
  )
}
