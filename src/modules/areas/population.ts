// 常住人口 and 户数 of a community on a day: what every "per resident" is divided by.
import { z } from 'zod'
import { DayField, words } from '../../kernel/fields.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'

const most = 5_000_000
const Heads = z.int().min(0).max(most)

/** At least one of the two; null where it is not known. */
export const Population = z.object({
  onDay: DayField,
  residents: Heads.nullable(),
  households: Heads.nullable(),
  /** 统计年报, 人口普查, 公安户籍, … */
  source: words(60),
})
export type Population = z.infer<typeof Population>

/** @returns why these numbers cannot be put on record, or null */
export function whyNotPopulation({ onDay, residents, households }: Population, today: Day): Problem | null {
  if (residents === null && households === null) return nothing
  return onDay > today ? inFuture(today) : null
}

const nothing = new Problem(422, {
  code: 'population.nothing',
  message: '常住人口和户数都没有填。',
  mend: '请至少填一个；不知道的留空，不要填 0。',
  faults: [{ at: 'residents', message: '与户数至少填一个' }],
})

const inFuture = (today: Day): Problem =>
  new Problem(422, {
    code: 'population.inFuture',
    message: '这一天还没有到，说不出那一天的人口。',
    mend: `请填今天（${today}）或以前的日期。`,
    faults: [{ at: 'onDay', message: '晚于今天' }],
  })

/** "3,210 人" of a cell: digits alone, with or without a unit; undefined for anything else, null for an empty cell. */
export function headsOf(text: string): number | null | undefined {
  if (text === '') return null
  const [, digits] = /^(\d{1,7})(?:人|户|口)?$/.exec(text) ?? []
  const heads = Number(digits)
  return digits !== undefined && heads <= most ? heads : undefined
}
