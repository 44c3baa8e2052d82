// Is this certificate of service real? For everybody who has scanned its QR code, without an account.
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { Verification, VerificationAnswer } from '../../../ui/Verification.tsx'
import { hoursText } from '../service.ts'
import { certificateStates, type PublicServiceCertificate } from '../volunteer.ts'
import { useVerification } from './volunteer-queries.ts'
import { certificateTones } from './volunteer-words.ts'

export function VerifyServicePage(): ReactNode {
  const { code = '' } = useParams()
  return (
    <Verification
      title="志愿服务证明查验"
      asked={useVerification(code)}
      answer={answerFor}
      note="这里只显示可以公开的内容。有疑问的，请向证明上写的单位核实。"
    />
  )
}

function answerFor(certificate: PublicServiceCertificate): ReactNode {
  const { state, number, name, body, place, startsOn, endsOn, minutes, issuedOn, demo } = certificate
  return (
    <VerificationAnswer
      tone={certificateTones[state]}
      word={certificateStates[state]}
      sentence={sentenceOf(certificate)}
      demo={demo && '这是演示证明，组织和人是编出来的，不具任何效力。'}
      facts={[
        ['志愿者', name],
        ['服务时长', hoursText(minutes)],
        ['起止日期', `${startsOn} 至 ${endsOn}`],
        ['记录单位', body],
        ['所在社区（村）', place],
        ['编号', number],
        ['开具日期', issuedOn],
      ]}
    />
  )
}

function sentenceOf({ state, endedOn }: PublicServiceCertificate): string {
  if (state === 'valid') return '这张证明是真实的，内容与现在的记录一致。'
  if (state === 'changed') return '这张证明是真实的，但其中的记录后来有更正，请让本人换开一张。'
  return `这张证明已于 ${endedOn} 作废。`
}
