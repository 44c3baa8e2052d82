// When a certificate may be issued, renewed, reissued, cancelled, printed; and why not.
import type { CappedCount } from '../../kernel/page.ts'
import { Problem } from '../../kernel/problem.ts'
import { addDays, asDay, type Day, yearOf } from '../../kernel/time.ts'
import type { OrganizationStatus, Tier } from '../organizations/choices.ts'
import { type CertificateState, type CertificateStatus, certificateStates } from './certificate.ts'
import { mostPrinted } from './certificates-api.ts'

/** What can be done to a certificate, from which states, and what is stored of it then. */
export const certificateSteps = {
  renew: { label: '到期换发', from: ['valid', 'expired'], to: 'replaced' },
  reissue: { label: '补发', from: ['valid'], to: 'replaced' },
  cancel: { label: '注销', from: ['valid', 'expired', 'lapsed'], to: 'cancelled' },
  ask: { label: '申请换发', from: ['valid', 'expired'], to: 'valid' },
  print: { label: '打印', from: ['valid'], to: 'valid' },
} as const satisfies Record<
  string,
  { label: string; from: readonly CertificateState[]; to: CertificateStatus }
>
export type CertificateStep = keyof typeof certificateSteps

/** Why the certificates that a filter finds cannot be printed as one file, or null; how to narrow the filter. */
export function whyNotPrintFound({ value, capped }: CappedCount): Problem | null {
  if (value > 0 && value <= mostPrinted) return null
  const found = `${value.toLocaleString('zh-CN')} 张${capped ? '以上' : ''}`
  return new Problem(422, {
    code: value === 0 ? 'certificate.noneFound' : 'certificate.tooManyFound',
    message:
      value === 0
        ? '筛选出的证书里没有有效的。'
        : `筛选出的有效证书有 ${found}，一份 PDF 最多 ${mostPrinted} 张。`,
    mend:
      value === 0
        ? '请换一个筛选条件。'
        : '请选到街镇或社区（村），或输入名称、编号的一段，缩小范围；也可以勾选要打印的。',
  })
}

type Standing = {
  state: CertificateState
  validUntil: string | null
  renewFrom: string | null
  askedOn: string | null
}

/** Why a step cannot be taken now, or null; the disabled button shows its message. */
export function whyNotStep(step: CertificateStep, certificate: Standing, today: Day): Problem | null {
  const { label, from } = certificateSteps[step]
  if (!(from as readonly CertificateState[]).includes(certificate.state))
    return refusal(409, 'notFromHere', notFromHere(label, certificate.state), mends[certificate.state])
  if (step === 'renew' || step === 'ask') return whyNotRenewed(certificate, today, step)
  return null
}

const mends: Record<CertificateState, string> = {
  valid: '请刷新页面看它现在的状态。',
  expired: '请先到期换发。',
  lapsed: '请核对组织现在的管理方式；不再备案的，请注销这张证书。',
  replaced: '请到新的证书上办理。',
  cancelled: '需要证书的，请重新核发。',
}

const notFromHere = (label: string, state: CertificateState) =>
  `这张证书${certificateStates[state]}，不能${label}。`

function whyNotRenewed(
  { validUntil, renewFrom, askedOn }: Standing,
  today: Day,
  step: 'renew' | 'ask',
): Problem | null {
  if (renewFrom === null || validUntil === null)
    return refusal(422, 'withoutLimit', '这张证书长期有效，不需要换发。', '遗失、损坏或名称变更的，请补发。')
  if (renewFrom > today)
    return refusal(
      422,
      'notYet',
      `这张证书有效期到 ${validUntil}，${renewFrom} 起可以换发。`,
      '遗失、损坏或名称变更的，请补发。',
    )
  if (step === 'ask' && askedOn !== null)
    return refusal(409, 'askedAlready', `${askedOn} 已经申请换发。`, '请等待街镇办理。')
  return null
}

/** What must be known of an organization that is to get a certificate. `holds` is the number that it has now. */
export type Holder = {
  name: string
  tier: Tier
  status: OrganizationStatus
  filedOn: string | null
  holds: string | null
}

/** Why an organization cannot be issued a certificate on a day, or null. */
export function whyNotIssue(holder: Holder, on: Day, today: Day): Problem | null {
  return whyNotHolder(holder) ?? whyNotDay(on, holder.filedOn, today) ?? whyNotSecond(holder)
}

/** The same for one that takes the place of another: that it holds one is no reason then. */
export const whyNotReplace = (holder: Holder, on: Day, today: Day): Problem | null =>
  whyNotHolder(holder) ?? whyNotDay(on, holder.filedOn, today)

function whyNotHolder({ name, tier, status }: Holder): Problem | null {
  if (status === 'ended')
    return refusal(422, 'hasEnded', `“${name}”已退出名录，不能核发备案证书。`, '确需核发的，先恢复。')
  if (tier === 'registered')
    return refusal(422, 'isRegistered', `“${name}”是登记的组织，持登记证书，不发备案证书。`)
  if (tier === 'guided')
    return refusal(422, 'notFiled', `“${name}”还没有备案，不能核发备案证书。`, '请先办理备案。')
  return null
}

/** The day of an issue, an ending or a renewal. */
export function whyNotDay(on: Day, since: string | null, today: Day): Problem | null {
  if (on > today) return refusal(422, 'inFuture', `日期（${on}）还没有到。`, '请填写今天或以前的日期。', 'on')
  if (since !== null && on < since)
    return refusal(422, 'tooEarly', `日期（${on}）早于 ${since}。`, `请填写 ${since} 或以后的日期。`, 'on')
  return null
}

const whyNotSecond = ({ name, holds }: Holder): Problem | null =>
  holds === null
    ? null
    : refusal(409, 'hasOne', `“${name}”已有证书 ${holds}。`, '到期的请换发，遗失、损坏或名称变更的请补发。')

/** By rule `certificate.issuer`, a township's officer cannot issue what the county issues. */
export function whyNotIssuer(issuer: 'township' | 'county', roles: readonly string[]): Problem | null {
  if (issuer === 'township' || roles.some((role) => role === 'countyOfficer' || role === 'cityOfficer'))
    return null
  return refusal(422, 'byCounty', '按本地规则，备案证书由县区民政核发。', '请县区民政办理。')
}

/** Validity of a certificate from its day of issue: the day before the same day, so many years on. */
export function validity(
  on: Day,
  years: number | null,
  renewWithin: number,
): { validUntil: Day | null; renewFrom: Day | null } {
  if (years === null) return { validUntil: null, renewFrom: null }
  const same = `${String(yearOf(on) + years).padStart(4, '0')}${on.slice(4)}`
  // The 29th of February has its day on the 1st of March.
  const validUntil = addDays(asDay(same) ?? (same.replace('-02-29', '-03-01') as Day), -1)
  const renewFrom = addDays(validUntil, -renewWithin)
  return { validUntil, renewFrom: renewFrom < on ? on : renewFrom }
}

function refusal(
  status: 409 | 422,
  code: string,
  message: string,
  mend = '请刷新页面核对。',
  at?: string,
): Problem {
  return new Problem(status, {
    code: `certificate.${code}`,
    message,
    mend,
    ...(at ? { faults: [{ at, message }] } : {}),
  })
}
