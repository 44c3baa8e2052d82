// Why something cannot be put on record about a social worker, in words.
import { Problem } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { brokenConstraint } from '../../../platform/db.ts'

/** Why a corrected post cannot have these days, or null. */
export const whyNotSpan = ({ from, until }: { from: Day; until: Day | null }, today: Day): Problem | null => {
  const wrong = [
    from > today && { at: 'from', message: `日期不能晚于今天（${today}）` },
    until !== null && until <= from && { at: 'until', message: '离开的日期要晚于到岗的日期' },
    until !== null && until > today && { at: 'until', message: `日期不能晚于今天（${today}）` },
  ].find((fault) => fault !== false)
  if (!wrong) return null
  return new Problem(422, {
    ...{ code: 'worker.day', message: `${wrong.message}。`, mend: '请改填日期。', faults: [wrong] },
  })
}

/** What two records cannot both say, in words. */
export function refuseClash(error: unknown): never {
  const broken = brokenConstraint(error)
  if (broken === 'worker_certificate_number_is_one_persons') throw numberTaken
  if (broken === 'worker_post_one_at_a_time') throw postsOverlap
  if (broken === 'social_worker_keeper_once') throw accountTaken
  throw error
}

const numberTaken = new Problem(409, {
  code: 'worker.numberTaken',
  message: '这个证书编号已经登记在另一位社会工作者名下。',
  mend: '请核对编号；确是同一个人的，请在原来的记录上登记变动。',
  faults: [{ at: 'number', message: '这个编号已登记在别人名下' }],
})

const accountTaken = new Problem(409, {
  code: 'worker.accountTaken',
  message: '这个账号已经对应另一位社会工作者。',
  mend: '请核对登录名；对应错了的，先在那一位的记录上取消。',
  faults: [{ at: 'loginName', message: '已经对应另一位社会工作者' }],
})

export const noAccount = new Problem(422, {
  code: 'worker.noAccount',
  message: '本县（市、区）没有可以对应的这个账号。',
  mend: '请填写本人的登录名：居民、社区工作者、街镇或组织负责人的账号都可以。',
  faults: [{ at: 'loginName', message: '没有找到这个账号' }],
})

const postsOverlap = new Problem(409, {
  code: 'worker.postsOverlap',
  message: '这一段任职与另一段的日期重叠。',
  mend: '同一时间只能在一处任职，请改正日期。',
  faults: [{ at: 'from', message: '与另一段任职重叠' }],
})

export const sameName = (name: string) =>
  new Problem(409, {
    code: 'worker.sameName',
    message: `这里已经登记了一位“${name}”。`,
    mend: '是同一个人的，请打开原来的记录；确是另一个人的，请勾选“是同名的另一个人”再保存。',
    faults: [{ at: 'name', message: '这里已经登记了一位同名的' }],
  })
