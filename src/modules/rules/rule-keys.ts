// Every rule parameter of the product, in one catalogue; each feature keeps its own part under keys/.
import type { z } from 'zod'
import { activitiesKeys } from './keys/activities-keys.ts'
import { certificatesKeys } from './keys/certificates-keys.ts'
import { changesKeys } from './keys/changes-keys.ts'
import { chartersKeys } from './keys/charters-keys.ts'
import { filingKeys } from './keys/filing-keys.ts'
import { honorsKeys } from './keys/honors-keys.ts'
import { hubsKeys } from './keys/hubs-keys.ts'
import { namingKeys } from './keys/naming-keys.ts'
import { partyKeys } from './keys/party-keys.ts'
import { supportKeys } from './keys/support-keys.ts'
import { tieringKeys } from './keys/tiering-keys.ts'
import { trainingKeys } from './keys/training-keys.ts'
import { venuesKeys } from './keys/venues-keys.ts'
import { volunteersKeys } from './keys/volunteers-keys.ts'
import { workersKeys } from './keys/workers-keys.ts'

export const ruleKeys = {
  ...partyKeys,
  ...tieringKeys,
  ...filingKeys,
  ...namingKeys,
  ...hubsKeys,
  ...certificatesKeys,
  ...changesKeys,
  ...chartersKeys,
  ...honorsKeys,
  ...supportKeys,
  ...venuesKeys,
  ...trainingKeys,
  ...activitiesKeys,
  ...workersKeys,
  ...volunteersKeys,
} as const

export type RuleName = keyof typeof ruleKeys

/** What holds at one place: a value for every parameter. `rules['party.branchFrom']` is a number. */
export type Rules = { readonly [K in RuleName]: z.output<(typeof ruleKeys)[K]['schema']> }
