// A good pack and ways to spoil it, for tests of the check.
import { expect, test } from 'vitest'
import { programmeMeasures } from '../../src/modules/programmes/measures.ts'
import { checkPack } from '../../src/modules/programmes/pack-check.ts'
import { packText, targetText } from './small-world.ts'

export const check = (text: string) => checkPack(text, 'small.yaml', programmeMeasures)

export const good = packText(
  targetText(`
quote: 城市社区平均拥有不少于2个
judge: average
count: organizations
among: { units: community, settlement: urban }
need: { atLeast: 2 }`),
)

/** The good pack with one passage replaced. */
export const changed = (from: string, to: string): string => {
  expect(good).toContain(from)
  return good.replace(from, to)
}

/** The target replaced by another. */
export const withTarget = (body: string): string => packText(targetText(body))

/** [what is wrong, the text, words of the faulty line, message, mend] */
export type Spoiled = [string, string, string, RegExp, RegExp]

/** One test a text: the fault is found, in its line, with its mend, and the pack does not pass. */
export function findsEach(cases: readonly Spoiled[]): void {
  for (const [what, text, line, message, mend] of cases)
    test(what, () => {
      const { pack, faults } = check(text)
      expect(pack).toBeUndefined()
      const fault = faults.find((each) => message.test(each.message))
      expect(fault, JSON.stringify(faults, null, 1)).toBeDefined()
      expect(fault?.mend).toMatch(mend)
      expect(text.split('\n')[(fault?.line ?? 0) - 1]).toContain(line)
    })
}
