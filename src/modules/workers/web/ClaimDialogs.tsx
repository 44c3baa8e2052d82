// Claiming for oneself, and mending a claim that was returned: by the person, or in the person's stead.
import type { ReactNode } from 'react'
import { call } from '../../../ui/call.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { WordsItem } from '../../../ui/FormItems.tsx'
import type { RewardThread } from '../reward.ts'
import { type OwnRecord, rewardsApi } from '../rewards-api.ts'
import { certifiedGrades, type WorkerCertificate } from '../worker.ts'
import { CertificateItems, IdentityItem, ProofItem, useScan } from './RewardFields.tsx'
import { claimedOf, claimValues, mendedOf, type RewardValues } from './reward-form.ts'
import { rewardedGrades } from './reward-words.ts'
import { useDone } from './worker-queries.ts'

type ClaimProps = {
  terms: NonNullable<OwnRecord['terms']>
  /** The one on record that is claimed for; null for one that is not there yet. */
  certificate: WorkerCertificate | null
  onClose: () => void
}

export function ClaimDialog({ terms, certificate, onClose }: ClaimProps): ReactNode {
  const done = useDone()
  const scan = useScan((file) => call(rewardsApi.handInOwnProof, { file }))
  const send = async (values: RewardValues) => {
    if (!values.proof) return
    const proof = await scan(values.proof)
    await done(call(rewardsApi.claim, { body: { ...claimedOf(values), proof } }))
  }
  return (
    <FormDialog<RewardValues>
      title="申请持证奖励"
      okText="提交申请"
      explain="县区民政和组织部门审定；办到哪一步，在这一页上看得到。"
      initialValues={{ ...claimValues(certificate), proof: null }}
      onSend={send}
      onClose={onClose}
    >
      <CertificateItems choices={rewardedGrades(terms)} />
      <IdentityItem />
      <ProofItem />
    </FormDialog>
  )
}

type MendValues = RewardValues & { name: string; words?: string }
type MendProps = { reward: RewardThread; own?: boolean; onClose: () => void }

/** `own`: by the person, whose name is on record. */
export function MendDialog({ reward, own = false, onClose }: MendProps): ReactNode {
  const done = useDone()
  const { area, identity, proof } = reward
  const scan = useScan((file) =>
    own ? call(rewardsApi.handInOwnProof, { file }) : call(rewardsApi.handInProof, { query: { area }, file }),
  )
  const send = async ({ name, ...values }: MendValues) => {
    const body = { ...mendedOf(values), proof: values.proof && (await scan(values.proof)) }
    const params = { id: reward.id }
    await done<unknown>(
      own
        ? call(rewardsApi.resendOwn, { params, body })
        : call(rewardsApi.resend, { params, body: { ...body, name } }),
    )
  }
  return (
    <FormDialog<MendValues>
      title={own ? '补正后再报' : `补正后再报：${reward.name}`}
      okText="再报"
      explain={`退回的原因：${returnedFor(reward)}`}
      initialValues={valuesOf(reward)}
      onSend={send}
      onClose={onClose}
    >
      {!own && <WordsItem name="name" label="姓名" max={40} needed="请填写姓名" />}
      <CertificateItems choices={certifiedGrades} />
      <IdentityItem kept={identity} />
      <ProofItem {...(proof && { kept: proof.fileName })} />
      <WordsItem name="words" label="说明" max={200} extra="改了什么，可以不写" />
    </FormDialog>
  )
}

const valuesOf = ({ name, grade, number, obtainedOn }: RewardThread): MendValues => ({
  ...{ name, grade, number, obtainedOn, proof: null },
})

/** The words of the last return. */
export const returnedFor = ({ thread }: RewardThread): string =>
  thread.findLast(({ step }) => step === 'return')?.words ?? ''
