// Asks for the words of a step, and for what else it needs: support or not, another tier.
import { Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { ConfirmWithReason, type ReasonValues } from '../../../ui/ConfirmWithReason.tsx'
import { type Tier, tiers } from '../../organizations/choices.ts'
import { type Application, type Step, type StepOffer, tierRank } from '../filing.ts'
import type { Handling } from '../filing-api.ts'
import { useHandle, useWithdraw } from './filing-queries.ts'

type Props = {
  application: Application
  offer: StepOffer
  /** Told what was done, in words. */
  onDone: (words: string) => void
  onClose: () => void
}

type Words = { explain: string; label: string; hint: string; done: string; start?: string }

const words: Record<Exclude<Step, 'submit' | 'resubmit'>, Words> = {
  opine: {
    explain: '说说居民有没有需要、人和场地怎么样。意见随申请报给街镇。',
    label: '意见',
    hint: '申请人也看得到',
    done: '意见已报上去。',
  },
  accept: {
    explain: '材料齐全、内容清楚，就受理；从明天起计算决定的时限。',
    label: '说明',
    hint: '申请人看得到',
    start: '材料齐全，予以受理。',
    done: '已受理。',
  },
  review: {
    explain: '审核意见随申请交给作决定的一级。',
    label: '审核意见',
    hint: '申请人也看得到',
    done: '审核意见已记下。',
  },
  return: {
    explain: '一次说清要补什么、怎么补；申请人补好交回以前，时限停止计算。',
    label: '要补正什么',
    hint: '例如：场所证明看不清楚，请重拍；章程缺负责人产生办法',
    done: '已退回补正，申请人会看到您写的话。',
  },
  approve: {
    explain: '同意后从今天起列入名录，申请人就是它的负责人账号。',
    label: '理由',
    hint: '写进决定，申请人看得到',
    start: '符合条件。',
    done: '已同意，列入名录。',
  },
  refuse: {
    explain: '决定后这件申请就办结了；申请人可以重新申请。',
    label: '理由',
    hint: '请写明不符合哪一条，申请人看得到',
    done: '已作出决定。',
  },
  withdraw: {
    explain: '撤回后这件申请就办结了，填过的内容还看得到；以后可以重新申请。',
    label: '为什么撤回',
    hint: '办理人看得到',
    done: '已撤回。',
  },
}

export function StepDialog({ application, offer, onDone, onClose }: Props): ReactNode {
  const [supports, setSupports] = useState<'yes' | 'no'>('yes')
  const [tier, setTier] = useState<Tier>(application.tier)
  const handle = useHandle(application)
  const withdraw = useWithdraw(application.id)
  const { step } = offer
  if (step === 'submit' || step === 'resubmit') return null
  const said = words[step]
  const confirm = async ({ reason }: ReasonValues) => {
    await (step === 'withdraw'
      ? withdraw.mutateAsync(reason)
      : handle.mutateAsync(handlingOf(step, reason, supports === 'yes', tier)))
    onDone(said.done)
  }
  return (
    <ConfirmWithReason
      open
      title={`${offer.label}：${application.name}`}
      explain={said.explain}
      confirmText={offer.label}
      danger={step === 'refuse' || step === 'withdraw'}
      reasonLabel={said.label}
      reasonHint={said.hint}
      max={500}
      initialValues={{ reason: said.start ?? '' }}
      onConfirm={confirm}
      onClose={onClose}
    >
      {(step === 'opine' || step === 'review') && (
        <Form.Item label={step === 'opine' ? '支持吗' : '审核结论'}>
          <ChooseOne
            name="supports"
            options={chipsOf(
              step === 'opine' ? { yes: '支持', no: '不支持' } : { yes: '同意', no: '不同意' },
            )}
            value={supports}
            onChange={setSupports}
          />
        </Form.Item>
      )}
      {step === 'approve' && <TierChoice application={application} value={tier} onChange={setTier} />}
    </ConfirmWithReason>
  )
}

type TierProps = { application: Application; value: Tier; onChange: (tier: Tier) => void }

/** The tier that was asked for, or a lower one with its reason. */
function TierChoice({ application, value, onChange }: TierProps): ReactNode {
  const { tier, organizationTier, proposal } = application
  const least = organizationTier === null ? 0 : tierRank[organizationTier] + 1
  const open = (Object.keys(tiers) as Tier[]).filter(
    (each) => tierRank[each] <= tierRank[tier] && tierRank[each] >= least,
  )
  if (open.length < 2) return null
  return (
    <Form.Item label="按哪一级" extra={`按填写的情况，可以${tiers[proposal.tier]}。`}>
      <ChooseOne
        name="tier"
        options={open.map((each) => ({ value: each, label: tiers[each] }))}
        value={value}
        onChange={onChange}
      />
    </Form.Item>
  )
}

function handlingOf(
  step: Exclude<Step, 'submit' | 'resubmit' | 'withdraw'>,
  words: string,
  supports: boolean,
  tier: Tier,
): Handling {
  if (step === 'opine' || step === 'review') return { step, supports, words }
  return step === 'approve' ? { step, tier, words } : { step, words }
}
