// The words for names: their parts, the kinds of rule, and what a reading of a name looks like.
import { z } from 'zod'

/** In the order in which a name has them. (CQ 十二; 社会组织名称管理办法 第八条) */
export const nameParts = {
  area: '行政区划',
  community: '社区（村）',
  tradeName: '字号',
  field: '业务范围',
  form: '组织形式',
} as const
export type NamePart = keyof typeof nameParts

/** Which rule a name follows: by legal form when registered, otherwise the one of filed and guided groups. */
export const nameKinds = {
  association: '社会团体',
  serviceAgency: '社会服务机构（民办非企业单位）',
  foundation: '基金会',
  group: '备案或指导管理的组织',
} as const
export type NameKind = keyof typeof nameKinds

const partKeys = Object.keys(nameParts) as [NamePart, ...NamePart[]]

export const NameKindField = z.enum(Object.keys(nameKinds) as [NameKind, ...NameKind[]])

/** A part of a name as it is written: `text.slice(from, to)` of the name as typed. */
export const Segment = z.object({
  part: z.enum(partKeys),
  from: z.int(),
  to: z.int(),
  text: z.string(),
  /** What a short form stands for (太仓 → 太仓市); null when it is written in full. */
  meant: z.string().nullable(),
})
export type Segment = z.infer<typeof Segment>

/** `fault`: breaks a rule. `warning`: cannot be told for sure, or should be otherwise as a rule; a person decides. */
export const NameFault = z.object({
  severity: z.enum(['fault', 'warning']),
  /** The part that is wrong or missing; null: the name as a whole. */
  part: z.enum(partKeys).nullable(),
  /** Where it stands; from = to: something is missing here. */
  from: z.int(),
  to: z.int(),
  /** What is wrong. */
  message: z.string(),
  /** Why: the rule with its clause. */
  why: z.string(),
  /** How to mend it. */
  mend: z.string(),
})
export type NameFault = z.infer<typeof NameFault>

export const NameReading = z.object({
  name: z.string(),
  kind: NameKindField,
  /** In the order of the name; empty when it cannot be read. */
  parts: z.array(Segment),
  /** In the order of the name, faults before warnings at the same place. */
  faults: z.array(NameFault),
})
export type NameReading = z.infer<typeof NameReading>

/** The rule for an organization. A registered one whose legal form is not known yet is read like a group. */
export function nameKindOf(tier: string | null, legalForm: string | null): NameKind {
  if (tier !== 'registered') return 'group'
  return legalForm === 'association' || legalForm === 'serviceAgency' || legalForm === 'foundation'
    ? legalForm
    : 'group'
}

/** Whether nothing in the name breaks a rule; warnings may be left. */
export const isLawful = ({ faults }: Pick<NameReading, 'faults'>): boolean =>
  faults.every(({ severity }) => severity === 'warning')
