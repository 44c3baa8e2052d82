// The questions of a claim: whose, which certificate, its scan; as the page and the dialogs ask them.
import { Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { acceptOf, kindWords, paperKinds } from '../../../kernel/file-kind.ts'
import type { Day } from '../../../kernel/time.ts'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { DayItem, OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { identityFault } from '../identity-number.ts'

type Asked = { choices: Record<string, string> }

export function CertificateItems({ choices }: Asked): ReactNode {
  const { today } = useSession()
  return (
    <>
      <OneItem name="grade" label="取得的职业资格" choices={choices} needed="请选择等级" />
      <WordsItem name="number" label="证书编号" max={60} needed="请填写证书编号" extra="照证书上写" />
      <DayItem name="obtainedOn" label="取得日期" max={today} />
    </>
  )
}

/** `kept`: the masked number that stays when nothing is written. */
export function IdentityItem({ kept }: { kept?: string }): ReactNode {
  const { today } = useSession()
  const check = async (_: unknown, text: string | undefined) => {
    if (kept && !text?.trim()) return
    const fault = identityFault(text ?? '', today as Day)
    if (fault) throw new Error(fault)
  }
  return (
    <Form.Item
      name="identity"
      label="身份证号"
      extra={
        kept
          ? `原来填的是 ${kept}；没有错就空着。`
          : '只用来查有没有重复申领，不保存全号；列表上只显示前六位和后四位。'
      }
      validateTrigger="onBlur"
      rules={[{ validator: check }]}
    >
      <Input autoComplete="off" inputMode="text" maxLength={30} />
    </Form.Item>
  )
}

/** `kept`: the name of the scan that stays when none is chosen. */
export const ProofItem = ({ kept }: { kept?: string }): ReactNode => (
  <Form.Item
    name="proof"
    label="证书照片或扫描件"
    extra={kept && `原来交的是“${kept}”；看得清就不用再交。`}
    rules={kept ? [] : [{ required: true, message: '请选择证书的照片或扫描件' }]}
  >
    <ProofInput />
  </Form.Item>
)

type Control = { value?: File | null; onChange?: (file: File | null) => void }

const ProofInput = ({ value = null, onChange }: Control): ReactNode => (
  <FileDrop
    accept={acceptOf(paperKinds)}
    label="选择文件或拍照"
    hint={`收 ${kindWords(paperKinds)}`}
    file={value}
    onChange={onChange ?? (() => undefined)}
  />
)

/** Hands a scan in, once: when what names it is refused, it need not be sent again. */
export function useScan(handIn: (file: File) => Promise<{ id: string }>): (file: File) => Promise<string> {
  const [sent, setSent] = useState<{ file: File; id: string } | null>(null)
  return async (file) => {
    if (sent?.file === file) return sent.id
    const { id } = await handIn(file)
    setSent({ file, id })
    return id
  }
}
