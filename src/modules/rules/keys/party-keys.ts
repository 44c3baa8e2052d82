// Parameters of party-building in organizations.
import { z } from 'zod'
import { ruleKey } from '../rule-key.ts'

export const partyKeys = {
  'party.branchFrom': ruleKey({
    title: '单独建立党组织所需的正式党员人数',
    schema: z.int().min(1).max(50),
    base: 3,
    source: { document: '中国共产党章程', clause: '第三十条' },
  }),
} as const
