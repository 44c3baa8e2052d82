// Is this certificate real, and does it hold? For everybody, on a phone, without an account.
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { FormField } from '../../../ui/FormField.tsx'
import { Verification, VerificationAnswer } from '../../../ui/Verification.tsx'
import { certificateStates, type PublicCertificate } from '../certificate.ts'
import { stateTones } from './CertificateStateTag.tsx'
import { useVerification } from './certificate-queries.ts'
import './certificates.css'

export function VerifyPage(): ReactNode {
  const { code } = useParams()
  const number = useSearchParams()[0].get('number') ?? undefined
  const asking = useVerification({ code, number })
  const asked = code !== undefined || Boolean(number)
  return (
    <Verification
      title="备案证书查验"
      asked={asked ? asking : null}
      answer={answerFor}
      note="这里只显示可以公开的内容。备案不赋予法人资格。对证书有疑问的，请向证书上写的发证机关核实。"
    >
      <ByNumber key={number} number={number ?? ''} again={asked} />
    </Verification>
  )
}

function answerFor(certificate: PublicCertificate): ReactNode {
  const { state, number, name, place, body, issuedOn, validUntil, demo } = certificate
  return (
    <VerificationAnswer
      tone={stateTones[state]}
      word={certificateStates[state]}
      sentence={sentenceOf(certificate)}
      demo={demo && '这是演示证书，组织是编出来的，不具任何效力。'}
      facts={[
        ['组织名称', name],
        ['所在社区（村）', place],
        ['证书编号', number],
        ['发证机关', body],
        ['发证日期', issuedOn],
        ['有效期至', validUntil ?? '长期有效'],
      ]}
    >
      <p className="faint">请核对以上内容与证书是否一致；不一致的，证书可能是伪造的。</p>
    </VerificationAnswer>
  )
}

function sentenceOf({ state, endedOn, validUntil, newer }: PublicCertificate): string {
  switch (state) {
    case 'valid':
      return '这张证书由发证机关核发，现在有效。'
    case 'expired':
      return `这张证书是真实的，但有效期到 ${validUntil}，已经过期。`
    case 'lapsed':
      return '这张证书是真实的，但该组织已不在备案名录里，证书已经失效。'
    case 'replaced':
      return `这张证书已于 ${endedOn} 换发，不再有效。该组织另有新的证书${newer ? `，编号 ${newer}` : ''}。`
    case 'cancelled':
      return `这张证书已于 ${endedOn} 注销，不再有效。`
  }
}

function ByNumber({ number, again }: { number: string; again: boolean }): ReactNode {
  const [typed, setTyped] = useState(number)
  const navigate = useNavigate()
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim()) void navigate(`/verify?number=${encodeURIComponent(typed.trim())}`)
  }
  return (
    <form className="panel verify-form" onSubmit={ask}>
      <FormField
        id="verify-number"
        label={again ? '按编号再查一张' : '按证书编号查验'}
        hint="照证书上的编号填完整；横线、空格、全角半角都不要紧。也可以直接用手机扫证书上的二维码。"
      >
        {(control) => (
          <Input
            {...control}
            value={typed}
            autoComplete="off"
            placeholder="例如 320585103-05-2023-0001"
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </FormField>
      <Button type="primary" htmlType="submit" disabled={!typed.trim()}>
        查验
      </Button>
    </form>
  )
}
