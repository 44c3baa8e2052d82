// Is this certificate of attendance real? For everybody who has scanned its QR code, without an account.
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { Verification, VerificationAnswer } from '../../../ui/Verification.tsx'
import { type PublicTrainingPaper, paperStates, trainingKinds } from '../training.ts'
import { useVerification } from './training-queries.ts'
import { paperTones } from './training-words.ts'

export function VerifyTrainingPage(): ReactNode {
  const { code = '' } = useParams()
  return (
    <Verification
      title="培训证明查验"
      asked={useVerification(code)}
      answer={answerFor}
      note="这里只显示可以公开的内容，名字只显示第一个字。有疑问的，请向证明上写的举办单位核实。"
    />
  )
}

function answerFor(paper: PublicTrainingPaper): ReactNode {
  const { state, number, title, organizer, body, names, kind, hours, issuedOn, demo } = paper
  const days = paper.startsOn === paper.endsOn ? paper.startsOn : `${paper.startsOn} 至 ${paper.endsOn}`
  return (
    <VerificationAnswer
      tone={paperTones[state]}
      word={paperStates[state]}
      sentence={sentenceOf(paper)}
      demo={demo && '这是演示证明，组织和人是编出来的，不具任何效力。'}
      facts={[
        ['培训', title],
        ['参加的人', names.length === 1 ? names[0] : `${names.length} 人：${names.join('、')}`],
        ['组织', body ?? '不代表组织'],
        ['日期', days],
        ['方式', hours === null ? trainingKinds[kind] : `${trainingKinds[kind]}，${hours}`],
        ['举办单位', organizer],
        ['编号', number],
        ['开具日期', issuedOn],
      ]}
    />
  )
}

function sentenceOf({ state, endedOn }: PublicTrainingPaper): string {
  if (state === 'valid') return '这张证明是真实的，内容与现在的签到记录一致。'
  if (state === 'changed') return '这张证明是真实的，但其中的记录后来有更正，请向举办单位换开一张。'
  return `证明上的签到记录已于 ${endedOn} 撤销，这张证明不再有效。`
}
