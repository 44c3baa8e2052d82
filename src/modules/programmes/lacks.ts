// What one community still lacks under a programme, in the words of the person who works there.
import type { Failing, Figure } from './figure.ts'
import type { Standing } from './judge.ts'
import { plain } from './number-words.ts'
import type { Target } from './pack.ts'

/** One thing to do: "还缺：纠纷调处类 1 个". `target` opens the figure. */
export type LackLine = { target: string; state: Figure['state']; words: string }

/**
 * What an area lacks by itself, for targets that look at units of its own level: nothing for sums that an upper
 * area must reach. Worst state first, in the pack's order within a state.
 */
export function lacksOf({ plan, tree, figure, failing }: Standing, code: string): LackLine[] {
  const level = tree.units[tree.index.get(code) ?? -1]?.level
  return plan.targets
    .filter(({ target }) => looksAt(target, level))
    .flatMap(({ target }) => {
      const found = failing(target.id, code).filter((unit) => unit.code === code)
      return found.map((unit) => line(target, figure(target.id, code), unit))
    })
    .sort((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state))
}

const urgency: readonly Figure['state'][] = ['overdue', 'behind', 'onCourse', 'met']

/** Whether a target asks something of areas that it names, or of those with a condition: they may not know that they are meant. */
export const pointsOut = (target: Target, level: string): boolean =>
  looksAt(target, level) &&
  'among' in target &&
  (target.among.within !== undefined || target.among.having !== undefined)

const looksAt = (target: Target, level: string | undefined): boolean =>
  target.judge !== 'person' && 'among' in target && target.among.units === level && !target.every

function line(target: Target, figure: Figure, { has, lacking, exceeding, parts }: Failing): LackLine {
  const { state, unit } = figure
  const words = parts ? partsWords(parts, unit) : amountWords(target, { lacking, exceeding }, unit)
  return { target: target.id, state, words: `${words}${parts ? '' : standingWords(target, figure, has)}` }
}

/** An average binds the upper area, not the single community: say so. */
function standingWords({ judge }: Target, { unitBounds, unit }: Figure, has: number): string {
  if (unitBounds?.low == null) return ''
  const asked = `${judge === 'average' ? '平均' : ''}应有 ${unitBounds.low} ${unit}${unitBounds.strict ? '以上' : ''}`
  return `（现有 ${plain(has)} ${unit}，${asked}）`
}

function partsWords(parts: NonNullable<Failing['parts']>, unit: string): string {
  const missing = parts
    .filter(({ lacking }) => lacking > 0)
    .map(({ title, lacking }) => `${title} ${plain(lacking)} ${unit}`)
  const over = parts
    .filter(({ exceeding }) => exceeding > 0)
    .map(({ title, exceeding }) => `${title} ${plain(exceeding)} ${unit}`)
  return [
    missing.length > 0 ? `还缺：${missing.join('、')}` : '',
    over.length > 0 ? `多出：${over.join('、')}` : '',
  ]
    .filter(Boolean)
    .join('；')
}

function amountWords({ judge, title }: Target, { lacking, exceeding }: Lacking, unit: string): string {
  if (lacking === 0) return `${title}：多出 ${plain(exceeding)} ${unit}`
  return judge === 'average'
    ? `${title}：低于平均要求 ${plain(lacking)} ${unit}`
    : `${title}：还缺 ${plain(lacking)} ${unit}`
}

type Lacking = Pick<Failing, 'lacking' | 'exceeding'>
