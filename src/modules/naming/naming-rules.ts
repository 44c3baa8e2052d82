// The rule parameters of names as one value, and what each of them rests on.
import type { Source } from '../rules/keys/rule-key.ts'
import { type Rules, ruleKeys } from '../rules/rule-keys.ts'
import type { NameKind } from './name-parts.ts'

export type NamingKey = Extract<keyof Rules, `naming.${string}`>
export const namingKeys = (Object.keys(ruleKeys) as (keyof Rules)[]).filter((key): key is NamingKey =>
  key.startsWith('naming.'),
)
type PartNeeds = Rules['naming.groupParts']

export type NamingRules = {
  parts: Record<NameKind, PartNeeds>
  endings: Record<NameKind, readonly string[]>
  /** The endings of all kinds: what a form is known by. */
  allEndings: readonly string[]
  tradeNameFrom: number
  misleading: readonly string[]
  national: readonly string[]
  refused: readonly string[]
  fieldWords: readonly string[]
  shortPlaces: Rules['naming.shortPlaces']
  mostCharacters: number
  /** In words: what a parameter rests on. */
  because: (key: NamingKey) => string
}

/** `sources`: what the rule sets in force say that a value comes from; the base's own source where they say nothing. */
export function namingRules(
  rules: Pick<Rules, NamingKey>,
  sources: Partial<Record<NamingKey, Source>> = {},
): NamingRules {
  const endings = {
    association: rules['naming.associationEndings'],
    serviceAgency: rules['naming.serviceAgencyEndings'],
    foundation: rules['naming.foundationEndings'],
    group: rules['naming.groupEndings'],
  }
  return {
    parts: {
      association: rules['naming.associationParts'],
      serviceAgency: rules['naming.serviceAgencyParts'],
      foundation: rules['naming.foundationParts'],
      group: rules['naming.groupParts'],
    },
    endings,
    allEndings: Object.values(endings).flat(),
    tradeNameFrom: rules['naming.tradeNameFrom'],
    misleading: rules['naming.misleadingWords'],
    national: rules['naming.nationalWords'],
    refused: rules['naming.refusedWords'],
    fieldWords: rules['naming.fieldWords'],
    shortPlaces: rules['naming.shortPlaces'],
    mostCharacters: rules['naming.mostCharacters'],
    because: (key) => sourceText(sources[key] ?? ruleKeys[key].source),
  }
}

/** The rules that hold where no place says otherwise. */
export const baseNamingRules: NamingRules = namingRules(
  Object.fromEntries(Object.entries(ruleKeys).map(([key, { base }]) => [key, base])) as Rules,
)

const sourceText = (source: Source): string =>
  source === 'default' ? '默认规则，各地可以修改' : `《${source.document}》${source.clause}`

/** The parameter that says which parts a kind of name has, and the one for its endings. */
export const partsKey = (kind: NameKind): NamingKey => `naming.${kind}Parts`
export const endingsKey = (kind: NameKind): NamingKey => `naming.${kind}Endings`
