// The answers of a charter's form: prefilled from the register, held against the rules of the place.
import { describe, expect, it } from 'vitest'
import { exampleForm } from '../../demo/charter-form.ts'
import { charterChapters } from '../rules/keys/charters-keys.ts'
import { ruleKeys } from '../rules/rule-keys.ts'
import { CharterRules } from './charter.ts'
import { type CharterField, charterFields } from './charter-form.ts'
import { charterText } from './charter-text.ts'
import { limitFaults, missingFields, whyNotComplete } from './form-rules.ts'
import { prefilled } from './prefill.ts'

const rules = CharterRules.parse(
  Object.fromEntries(Object.entries(ruleKeys).map(([name, { base }]) => [name, base])),
)
const known = {
  ...{ name: '榆康社区爱乐社', category: 'culture' as const, place: null, scope: null, partyPresence: null },
  ...{ community: '榆康社区', township: '城厢镇' },
}
const fields = Object.keys(charterFields) as CharterField[]

describe('A form', () => {
  it('is prefilled from the register with what can be guessed, and asks for the rest', () => {
    const form = prefilled(
      { ...known, place: '活动室。', scope: '排练、演出；培训', partyPresence: 'joint' },
      rules,
    )
    expect(form).toMatchObject({
      ...{ self: 'club', leaderTitle: '社长', community: '榆康社区', authority: '城厢镇人民政府' },
      ...{
        guidance: '榆康社区居民委员会',
        place: '活动室',
        activities: ['排练', '演出', '培训'],
        party: 'joint',
      },
      nature: '榆康社区居民自愿组成的文化艺术类社区社会组织',
    })
    expect(missingFields(form)).toEqual(
      fields.filter((field) =>
        ['purpose', 'eligibility', 'dues', 'election', 'custody', 'incomes', 'largeExpense'].includes(field),
      ),
    )
    expect(prefilled({ ...known, name: '夏村瑜伽队', community: '夏村' }, rules)).toMatchObject({
      ...{ self: 'team', leaderTitle: '队长', guidance: '夏村村民委员会' },
    })
    expect(prefilled({ ...known, community: null, township: '大屯街道' }, rules).guidance).toBe(
      '大屯街道办事处',
    )
  })

  it('that the demo world makes up is complete', () => {
    expect(whyNotComplete(exampleForm(known, rules), rules)).toBeNull()
  })

  it('is held against the rules of the place, all faults at once', () => {
    const strict = {
      ...rules,
      'charters.termYearsMax': 3,
      'charters.termsMax': 2,
      'charters.meetingsPerYear': 2,
      'charters.disclosuresPerYear': 4,
      'charters.quorum': { part: 2, of: 3, more: false },
      'charters.assetHeirs': ['similar' as const],
    }
    const form = {
      ...exampleForm(known, rules),
      ...{ termYears: 5, termsMax: 0, meetingsPerYear: 1, disclosuresPerYear: 1, party: 'omitted' as const },
      ...{ heir: 'community' as const, custody: 'none' as const, dues: 10 },
    }
    expect(
      limitFaults(form, strict)
        .map(({ at }) => at)
        .sort(),
    ).toEqual([
      'custody',
      'disclosuresPerYear',
      'heir',
      'meetingsPerYear',
      'party',
      'quorum',
      'termYears',
      'termsMax',
    ])
    expect(whyNotComplete({ ...form, purpose: null }, strict)?.body.message).toContain('9 处')
    expect(limitFaults(exampleForm(known, rules), rules)).toEqual([])
  })

  it('takes the articles that a place adds into their chapters', () => {
    const extra = [{ chapter: 'money' as const, text: '账目每季度报社区备查。' }]
    const chapters = charterText(exampleForm(known, rules), { ...rules, 'charters.extraArticles': extra })
    const money = chapters.find(({ title }) => title === charterChapters.money)
    expect(money?.articles.at(-1)?.paragraphs).toEqual(['账目每季度报社区备查。'])
  })
})
