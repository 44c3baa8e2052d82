// Ties the account of a person to the record of a social worker; the account is named, nobody is found by the name.
import type { ReactNode } from 'react'
import { call } from '../../../ui/call.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { WordsItem } from '../../../ui/FormItems.tsx'
import type { WorkerPage } from '../worker.ts'
import { workersApi } from '../workers-api.ts'
import { useDone } from './worker-queries.ts'

type Props = { worker: WorkerPage; onClose: () => void }

export function AccountDialog({ worker, onClose }: Props): ReactNode {
  const done = useDone()
  return (
    <FormDialog<{ loginName?: string }>
      title={`本人账号：${worker.name}`}
      explain="对应以后，本人登录就能看到自己的证书和奖励，自己申请；空着就是不对应任何账号。请当面核对登录名。"
      okText="保存"
      initialValues={{}}
      onSend={({ loginName }) =>
        done(
          call(workersApi.setAccount, {
            params: { id: worker.id },
            body: { loginName: loginName?.trim() || null },
          }),
        )
      }
      onClose={onClose}
    >
      <WordsItem name="loginName" label="本人的登录名" max={60} />
    </FormDialog>
  )
}
