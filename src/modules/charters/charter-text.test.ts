// The text of a charter: says everything that was filled in, shows what is missing, and is numbered without holes.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleForm } from '../../demo/charter-form.ts'
import { assetHeirs } from '../rules/keys/charters-keys.ts'
import { ruleKeys } from '../rules/rule-keys.ts'
import { CharterRules } from './charter.ts'
import {
  type CharterField,
  CharterForm,
  charterFields,
  custodies,
  disclosureWays,
  elections,
  emptyForm,
  incomes,
  isAsked,
  joinings,
  partyWays,
  selfNames,
} from './charter-form.ts'
import { charterText, plainText } from './charter-text.ts'
import { missingFields } from './form-rules.ts'
import { cutAtGaps, gapsIn } from './gaps.ts'
import { chineseNumber, offeredShares, shareWords } from './shares.ts'

const rules = CharterRules.parse(
  Object.fromEntries(Object.entries(ruleKeys).map(([name, { base }]) => [name, base])),
)
const known = {
  ...{ name: '榆康社区爱乐社', category: 'culture' as const, place: null, scope: null, partyPresence: null },
  ...{ community: '榆康社区', township: '城厢镇' },
}

const oneOf = <T extends object>(table: T) => fc.constantFrom(...(Object.keys(table) as (keyof T & string)[]))
const line = (prefix: string) =>
  fc
    .stringMatching(/^[一-龥A-Za-z0-9]{1,8}$/)
    .filter((text) => !/null|undefined|NaN/.test(text))
    .map((text) => prefix + text)
const someOf = <T extends object>(table: T) =>
  fc.subarray(Object.keys(table) as (keyof T & string)[], { minLength: 1 })

/** Forms without a hole; texts begin with a word of their own, so that each can be found. */
const fullForm: fc.Arbitrary<CharterForm> = fc.record({
  ...{ name: line('名'), self: oneOf(selfNames), nature: line('性'), community: line('社') },
  ...{ authority: line('管'), guidance: line('导'), place: line('所'), purpose: line('旨') },
  activities: fc.array(line('活'), { minLength: 1, maxLength: 12 }),
  party: oneOf(partyWays),
  ...{ eligibility: line('谁'), joining: oneOf(joinings), dues: fc.nat(10_000), leaderTitle: line('长') },
  ...{ deputies: fc.nat(9), election: oneOf(elections), termYears: fc.nat(20), termsMax: fc.nat(20) },
  ...{ meetingsPerYear: fc.nat(12), quorum: fc.constantFrom(...offeredShares) },
  ...{ majority: fc.constantFrom(...offeredShares), amendMajority: fc.constantFrom(...offeredShares) },
  ...{ custody: oneOf(custodies), custodian: line('代'), incomes: someOf(incomes) },
  ...{ largeExpense: fc.nat(1_000_000), disclosureWays: someOf(disclosureWays) },
  ...{
    disclosuresPerYear: fc.nat(12),
    heir: oneOf(assetHeirs),
    other: fc.array(line('另'), { maxLength: 10 }),
  },
})

const all = (form: CharterForm) => plainText(charterText(form, rules))

/** What must stand in the text for an answer. */
function expectedWords(form: CharterForm, field: CharterField): string[] {
  const given = form[field]
  if (!isAsked(field, form) || given === null) return []
  if (field === 'party') return given === 'omitted' ? [] : [partyWays[form.party ?? 'none'].slice(0, 4)]
  if (field === 'self') return [selfNames[form.self ?? 'team']]
  if (field === 'joining')
    return [form.joining === 'leader' ? `经${form.leaderTitle}同意` : joinings[form.joining ?? 'open']]
  if (field === 'election') return [elections[form.election ?? 'hands']]
  if (field === 'heir') return [assetHeirs[form.heir ?? 'community']]
  if (field === 'custody')
    return [form.custody === 'none' ? '没有资金往来' : form.custody === 'self' ? '管账' : '代管']
  if (field === 'dues') return [form.dues === 0 ? '不收取会费' : `会费${form.dues}元`]
  if (field === 'deputies') return form.deputies === 0 ? [] : [`副${form.leaderTitle}${form.deputies}名`]
  if (field === 'termsMax') return [form.termsMax === 0 ? '连选连任' : `不超过${form.termsMax}届`]
  if (field === 'incomes') return form.incomes.map((one) => incomes[one])
  if (field === 'disclosureWays') return form.disclosureWays.map((one) => disclosureWays[one])
  if (field === 'quorum' || field === 'majority' || field === 'amendMajority') return shares(form, field)
  return Array.isArray(given) ? (given as string[]) : [String(given)]
}

function shares(form: CharterForm, field: 'quorum' | 'majority' | 'amendMajority'): string[] {
  const share = form[field]
  return share ? [shareWords(share)] : []
}

const fields = Object.keys(charterFields) as CharterField[]

describe('The text of a complete form', () => {
  it('says every answer, has no gap and no doubled stop, and counts its articles', () => {
    fc.assert(
      fc.property(fullForm, (form) => {
        const text = all(form)
        for (const field of fields)
          for (const words of expectedWords(form, field)) expect(text, field).toContain(words)
        expect(gapsIn(text)).toEqual([])
        expect(text).not.toMatch(/。。|，。|：。|；。|null|undefined|NaN|待填|\$\{/)
        const numbers = charterText(form, rules).flatMap(({ articles }) =>
          articles.map(({ number }) => number),
        )
        expect(numbers).toEqual(numbers.map((_, at) => `第${chineseNumber(at + 1)}条`))
        expect(CharterForm.parse(form)).toEqual(form)
      }),
    )
  })

  it('has a key of its own for every article', () => {
    fc.assert(
      fc.property(fullForm, (form) => {
        const keys = charterText(form, rules).flatMap(({ articles }) => articles.map(({ key }) => key))
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  it('takes the stop that people put behind an answer, and line breaks, for what they are', () => {
    const form = {
      ...exampleForm(known, rules),
      purpose: '以歌会友。',
      activities: ['排练；', '演出。'],
      place: '活动\n室',
    }
    const text = all(CharterForm.parse(form))
    expect(text).toContain('宗旨是：以歌会友。')
    expect(text).toContain('（一）排练；\n（二）演出。')
    expect(text).toContain('活动场所：活动 室。')
  })
})

describe('The text of a draft', () => {
  it('has a gap exactly for every question that has no answer', () => {
    const holes = fc.subarray(fields.filter((field) => field !== 'other'))
    fc.assert(
      fc.property(fullForm, holes, (full, open) => {
        const form = {
          ...full,
          ...Object.fromEntries(open.map((field) => [field, emptyForm[field]])),
        } as CharterForm
        const missing = missingFields(form)
        expect([...missing].sort()).toEqual(open.filter((field) => isAsked(field, form)).sort())
        const said = gapsIn(all(form))
        // The short name has a stand-in; some sentences are left out until the answer before them is known.
        for (const label of said) expect(missing.map((field) => charterFields[field])).toContain(label)
        for (const field of missing.filter((one) => !unsaid.includes(one)))
          expect(said, field).toContain(charterFields[field])
      }),
    )
  })

  const unsaid: CharterField[] = ['self', 'custodian', 'leaderTitle', 'deputies', 'dues']

  it('is cut at its gaps without losing a letter', () => {
    const text = all(emptyForm)
    expect(cutAtGaps(text).join('')).toBe(text)
    expect(cutAtGaps(text).filter((_, at) => at % 2 === 1).length).toBeGreaterThan(20)
  })
})
