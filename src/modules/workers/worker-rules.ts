// What posts and certificates add up to over time, and why a step about a worker cannot be taken.
import { Problem } from '../../kernel/problem.ts'
import { addDays, type Day, later } from '../../kernel/time.ts'
import { certifiedGrades, type Employment, type Grade } from './worker.ts'

/** From a day on, until before another (null: still). */
export type HeldPost = {
  area: string
  organization: string | null
  employment: Employment
  startsOn: Day
  endsOn: Day | null
}
/** From the day on which it was obtained, up to and including the last (null: without limit). */
export type HeldCertificate = { grade: keyof typeof certifiedGrades; obtainedOn: Day; validUntil: Day | null }

export type WorkerPeriod = HeldPost & { grade: Grade }

/**
 * The posts cut where the highest certificate that holds changes: on every day of a post exactly one period, with the
 * grade of that day. Posts do not overlap.
 */
export function periodsOf(
  posts: readonly HeldPost[],
  certificates: readonly HeldCertificate[],
): WorkerPeriod[] {
  return posts.flatMap((post) => joined(cut(post, certificates)))
}

/** The highest certificate that holds on a day. */
export function gradeOn(certificates: readonly HeldCertificate[], day: Day): Grade {
  const held = certificates.filter(
    ({ obtainedOn, validUntil }) => obtainedOn <= day && (validUntil === null || validUntil >= day),
  )
  return order.find((grade) => held.some((one) => one.grade === grade)) ?? 'none'
}

const order = (Object.keys(certifiedGrades) as (keyof typeof certifiedGrades)[]).reverse()

function cut(post: HeldPost, certificates: readonly HeldCertificate[]): WorkerPeriod[] {
  const turns = certificates
    .flatMap(({ obtainedOn, validUntil }) => [obtainedOn, ...(validUntil ? [addDays(validUntil, 1)] : [])])
    .filter((day) => day > post.startsOn && (post.endsOn === null || day < post.endsOn))
  const starts = [...new Set([post.startsOn, ...turns])].sort()
  return starts.map((startsOn, at) => ({
    ...post,
    startsOn,
    endsOn: starts[at + 1] ?? post.endsOn,
    grade: gradeOn(certificates, startsOn),
  }))
}

/** Neighbours with the same grade are one. */
function joined(periods: readonly WorkerPeriod[]): WorkerPeriod[] {
  const whole: WorkerPeriod[] = []
  for (const period of periods) {
    const last = whole.at(-1)
    if (last?.grade === period.grade) last.endsOn = period.endsOn
    else whole.push({ ...period })
  }
  return whole
}

type Days = Pick<HeldPost, 'startsOn' | 'endsOn'>

/** Why the next post cannot begin on a day, or null. `last`: the post held last. */
export function whyNotMove(last: Days | undefined, from: Day, today: Day): Problem | null {
  if (from > today) return inFuture('from', today)
  if (!last) return null
  const earliest = last.endsOn ?? addDays(last.startsOn, 1)
  return from < later(earliest, last.startsOn) ? tooEarly(earliest) : null
}

/** Why the post cannot end on a day, or null. */
export function whyNotLeave(last: Days | undefined, on: Day, today: Day): Problem | null {
  if (!last || last.endsOn !== null) return hasLeft
  if (on > today) return inFuture('on', today)
  return on <= last.startsOn ? endsBeforeStart(last.startsOn) : null
}

/** Why a certificate cannot be put on record, or null. */
export const whyNotCertify = (
  certificates: readonly Pick<HeldCertificate, 'grade'>[],
  { grade, obtainedOn }: Pick<HeldCertificate, 'grade' | 'obtainedOn'>,
  today: Day,
): Problem | null => {
  if (certificates.some((one) => one.grade === grade)) return certifiedAlready(certifiedGrades[grade])
  return obtainedOn > today ? inFuture('obtainedOn', today) : null
}

const faulty = (at: string, message: string, mend: string) =>
  new Problem(422, { code: 'worker.day', message, mend, faults: [{ at, message }] })

const inFuture = (at: string, today: Day) =>
  faulty(at, `日期不能晚于今天（${today}）。`, '请改填日期；以后的变动到那一天再登记。')

const tooEarly = (earliest: Day) =>
  faulty('from', `新的任职最早从 ${earliest} 开始。`, '请改填日期；原来的日期写错了的，请先更正那一段任职。')

const endsBeforeStart = (from: Day) =>
  faulty('on', `离开的日期要晚于到岗的 ${from}。`, '请改填日期；到岗日期写错了的，请先更正。')

const hasLeft = new Problem(409, {
  code: 'worker.hasLeft',
  message: '这位社会工作者已经离开。',
  mend: '又回来工作的，请登记新的任职。',
})

const certifiedAlready = (grade: string) =>
  new Problem(409, {
    code: 'worker.certified',
    message: `已经登记过${grade}证书。`,
    mend: '继续登记或编号写错的，请在那一张证书上更正。',
  })
