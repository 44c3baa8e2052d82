// When the code at the door of a training may stand open, and why a scan of it is refused.
import { clockIn, minuteOf } from '../../kernel/minute.ts'
import { Problem } from '../../kernel/problem.ts'
import { type Day, dayOf, type Instant } from '../../kernel/time.ts'
import { bareText } from '../areas/fold-text.ts'
import type { Training } from './training.ts'
import { cancelled } from './training-rules.ts'

/** Trainings overrun: so many minutes after its hour a code still holds. */
const graceMinutes = 30

/** Nobody holds a training for more, and nobody fills a list without end by one code. */
export const arrivalsAtMost = 1_000

const ask = '请找现场工作人员登记。'

type Hall = Pick<Training, 'status' | 'kind' | 'heldOn' | 'endsAt'> & { until: Day }
type Code = { day: Day; closed: boolean; renewed: boolean; arrivals: number }

/** Why no code can stand open at a training now, or null. Online nobody is in a hall. */
export function whyNotOpen({ status, kind, heldOn, until, endsAt }: Hall, now: Instant): Problem | null {
  const today = dayOf(now)
  if (status === 'cancelled') return cancelled
  if (kind === 'online')
    return refused('checkIn.online', '线上培训没有现场，不能扫码签到。', '请在名单里勾选。')
  if (today < heldOn || today > until)
    return refused('checkIn.notToday', '扫码签到只在培训的日子打开。', '过后请在名单里勾选或补登。')
  return isOver(endsAt, now)
    ? refused('checkIn.over', '今天的培训已经结束，扫码签到关上了。', '漏签的请在名单里勾选或补登。')
    : null
}

/** Why nobody can sign in by a code now, or null: in words for whoever stands there with a phone. */
export function whyNotArrive(hall: Hall, code: Code, now: Instant): Problem | null {
  if (hall.status === 'cancelled') return refused('checkIn.cancelled', '这次培训取消了。', '')
  if (code.day !== dayOf(now))
    return refused(
      'checkIn.otherDay',
      `这是 ${dayWords(code.day)}的签到码，今天不能用。`,
      '请扫今天现场的二维码。',
    )
  if (code.renewed) return refused('checkIn.renewed', '这个签到码已经换了新的。', '请扫现场现在的二维码。')
  if (code.closed) return refused('checkIn.closed', '扫码签到已经关上了。', ask)
  if (whyNotOpen(hall, now)) return refused('checkIn.over', '今天的扫码签到已经结束。', ask)
  return code.arrivals < arrivalsAtMost ? null : refused('checkIn.full', '用这个码签到的人太多了。', ask)
}

/** Why this is not a name, or null: numbers are not asked for and not kept. */
export function whyNotName(name: string): Problem | null {
  if (/\d{5}/.test(name.normalize('NFKC')))
    return refused('checkIn.number', '这里只写名字，不写号码。', '请去掉号码再签到。', 'name')
  return /\p{L}/u.test(bareText(name))
    ? null
    : refused('checkIn.name', '没有看到名字。', '请写上您的名字。', 'name')
}

/** Somebody who was taken off the list does not come back by scanning again. */
export const takenOff = (name: string): Problem =>
  refused('checkIn.takenOff', `工作人员把“${name}”从签到名单里去掉了。`, ask, 'name')

export const unknownChoice = refused(
  'checkIn.unknownOrganization',
  '这个组织现在不在名单里。',
  '请重新选择组织。',
  'organization',
)

export const otherCode = new Problem(409, {
  code: 'checkIn.movedOn',
  message: '刚才有人开关过这次培训的签到码。',
  mend: '现在显示的是最新的，请看一看再操作。',
})

/** What exists and what does not differ in nothing but this. */
export const unknownCode = new Problem(404, {
  code: 'checkIn.unknown',
  message: '没有这个签到码。',
  mend: '请重新扫现场的二维码，或请现场工作人员登记。',
})

function isOver(endsAt: string | null, now: Instant): boolean {
  if (endsAt === null) return false
  return minutesIn(clockIn(minuteOf(now))) > minutesIn(endsAt) + graceMinutes
}

function minutesIn(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

function dayWords(day: Day): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month} 月 ${date} 日`
}

function refused(code: string, message: string, mend: string, at?: string): Problem {
  return new Problem(422, { code, message, mend, ...(at ? { faults: [{ at, message }] } : {}) })
}
