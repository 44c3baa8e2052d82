// The first answers of a charter, from what the register knows: nobody is asked for what is known.
import type { Category, PartyPresence } from '../organizations/choices.ts'
import { categories } from '../organizations/choices.ts'
import type { CharterRules } from './charter.ts'
import { type CharterForm, emptyForm, type selfNames } from './charter-form.ts'
import { bare } from './form-words.ts'

export type Known = {
  name: string
  category: Category
  place: string | null
  scope: string | null
  partyPresence: PartyPresence | null
  /** 社区（村） and 街道（镇, 乡); the first is null for an organization of a township. */
  community: string | null
  township: string | null
}

/** What can be guessed well is filled in; purpose and who may join are the people's own. */
export function prefilled(known: Known, rules: CharterRules): CharterForm {
  const home = known.community ?? known.township
  return {
    ...emptyForm,
    ...namesOf(known.name),
    nature: `${home ?? '本地'}居民自愿组成的${known.category === 'other' ? '' : `${categories[known.category]}类`}社区社会组织`,
    community: home,
    authority: known.township && authorityOf(known.township),
    guidance: home && committeeOf(home),
    place: known.place && bare(known.place),
    activities: known.scope ? splitScope(known.scope) : [],
    party: known.partyPresence ?? 'none',
    joining: 'leader',
    ...ruleDefaults(rules),
  }
}

function ruleDefaults(rules: CharterRules): Partial<CharterForm> {
  return {
    deputies: 1,
    termYears: Math.min(3, rules['charters.termYearsMax']),
    termsMax: rules['charters.termsMax'] ?? 0,
    meetingsPerYear: Math.max(1, rules['charters.meetingsPerYear']),
    quorum: rules['charters.quorum'],
    majority: rules['charters.majority'],
    amendMajority: rules['charters.amendMajority'],
    disclosureWays: ['board'],
    disclosuresPerYear: Math.max(1, rules['charters.disclosuresPerYear']),
    heir: rules['charters.assetHeirs'][0] ?? null,
  }
}

const endings = {
  队: ['team', '队长'],
  会: ['society', '会长'],
  社: ['club', '社长'],
  团: ['troupe', '团长'],
  站: ['station', '站长'],
  中心: ['centre', '主任'],
  组: ['group', '组长'],
} as const satisfies Record<string, readonly [keyof typeof selfNames, string]>

/** 本队 and 队长 of a 合唱队. */
function namesOf(name: string): Pick<CharterForm, 'name' | 'self' | 'leaderTitle'> {
  const ending = Object.entries(endings).find(([end]) => name.endsWith(end))
  const [self, leaderTitle] = ending?.[1] ?? ['organization', '负责人']
  return { name, self, leaderTitle }
}

/** 街道 → 办事处, 镇 and 乡 → 人民政府. */
const authorityOf = (township: string): string =>
  township.endsWith('街道')
    ? `${township}办事处`
    : /[镇乡]$/.test(township)
      ? `${township}人民政府`
      : township

function committeeOf(home: string): string {
  if (home.endsWith('社区')) return `${home}居民委员会`
  if (home.endsWith('村')) return `${home}村民委员会`
  return /[街镇乡]道?$/.test(home) ? authorityOf(home) : home
}

const splitScope = (scope: string): string[] =>
  scope
    .split(/[；;、，,。\n]+/)
    .map(bare)
    .filter((item) => item !== '')
    .slice(0, 12)
