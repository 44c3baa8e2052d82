// Gives a person an account and a first posting.
import { Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { showFaults } from '../../../ui/faults.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { LoginNameField } from './LoginNameField.tsx'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { PostingFields } from './PostingFields.tsx'
import { type NewAccount, usePeopleChanges } from './people-queries.ts'

export function NewAccountDialog({ onClose }: { onClose: () => void }): ReactNode {
  const [form] = Form.useForm<NewAccount>()
  const [shown, setShown] = useState<string[]>([])
  const { create } = usePeopleChanges()
  const send = ({ loginName, displayName, password, posting }: NewAccount) =>
    create.mutate(
      { loginName, displayName, password, posting },
      { onSuccess: onClose, onError: (problem) => setShown(showFaults(form, problem)) },
    )
  return (
    <Modal
      open
      title="建一个账号"
      okText="建账号"
      cancelText="先不"
      confirmLoading={create.isPending}
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
      >
        <Form.Item
          name="displayName"
          label="姓名"
          rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
          extra="别人在记录里看到的名字"
        >
          <Input maxLength={40} autoFocus />
        </Form.Item>
        <LoginNameField />
        <PostingFields prefix={['posting']} />
        <NewPasswordFields name="password" label="第一个密码" />
        <p className="faint">请当面告诉本人，并请他登录后马上修改。</p>
      </Form>
      <ProblemAlert problem={create.error} shown={shown} />
    </Modal>
  )
}
