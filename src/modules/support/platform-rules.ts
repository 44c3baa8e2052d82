// What is refused about support platforms.
import { Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import type { PlatformDraft, PlatformKind } from './platform.ts'

type Around = {
  today: Day
  /** Services of the rules at its place: name → words. */
  offered: Readonly<Record<string, string>>
  /** Of an operator on the register. */
  operatorEnded: boolean
}

/** Why a platform cannot be recorded so, or null. */
export function whyNotPlatform(
  { openedOn, services }: Pick<PlatformDraft, 'openedOn' | 'services'>,
  { today, offered, operatorEnded }: Around,
): Problem | null {
  const unknown = services.filter((service) => !Object.hasOwn(offered, service))
  if (unknown.length > 0)
    return refusal(
      'support.unknownService',
      `没有这项服务：${unknown.join('、')}。`,
      '请从本地的服务清单里选。',
      'services',
    )
  if (operatorEnded)
    return refusal(
      'support.operatorEnded',
      '运营它的组织已退出名录。',
      '请选择还在名录里的组织，或者用文字写明由谁运营。',
      'operator',
    )
  return whyNotDay(openedOn, today, 'openedOn')
}

export function whyNotDay(day: Day, today: Day, at: string): Problem | null {
  if (day <= today) return null
  return refusal('support.inFuture', `日期（${day}）还没有到。`, '请填写今天或以前的日期。', at)
}

type Closable = { openedOn: Day; closedOn: Day | null; incubating: number }

/** Why a platform cannot be closed on a day, or null. `incubating`: applications and stays that are not over. */
export function whyNotClose(platform: Closable, on: Day, today: Day): Problem | null {
  if (platform.closedOn)
    return refusal('support.closedAlready', `它已在 ${platform.closedOn} 关闭。`, '请刷新页面再看。', 'on')
  if (platform.incubating > 0)
    return refusal(
      'support.stillIncubating',
      `还有 ${platform.incubating} 个组织在这里申请或孵化。`,
      '请先答复申请、办理出孵化，再关闭。',
      'on',
    )
  if (on <= platform.openedOn)
    return refusal(
      'support.closesTooEarly',
      `关闭日期（${on}）不晚于启用日期（${platform.openedOn}）。`,
      '请填写启用以后的日期；启用日期写错了，请先更正。',
      'on',
    )
  return whyNotDay(on, today, 'on')
}

export function whyNotReopen({ closedOn }: Pick<Closable, 'closedOn'>): Problem | null {
  if (closedOn) return null
  return refusal('support.openAlready', '它没有关闭。', '请刷新页面再看。', '')
}

/** An incubator takes organizations in, and so does a platform that offers incubation. */
export const takesIn = ({ kind, services }: { kind: PlatformKind; services: readonly string[] }): boolean =>
  kind === 'incubator' || services.includes('incubation')

export const nameTaken = refusal(
  'support.nameTaken',
  '这里已经有同名的平台。',
  '请核对是不是同一个；不是的话，请在名称里写明区别。',
  'name',
)

export const movedOn = new Problem(409, {
  code: 'support.movedOn',
  message: '别人刚刚改过它，您看到的已经不是最新的。',
  mend: '请刷新页面，看过最新的内容后再改。',
})

function refusal(code: string, message: string, mend: string, at: string): Problem {
  return new Problem(422, { code, message, mend, ...(at && { faults: [{ at, message }] }) })
}
