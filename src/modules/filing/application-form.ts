// The application form as people know it (备案登记表), made from the record: what it is called, its fields, its boxes.
import { yuanText } from '../../kernel/money.ts'
import { type Day, dayOf, type Instant } from '../../kernel/time.ts'
import { categories, legalForms, type Tier, tiers } from '../organizations/choices.ts'
import { type Application, type Step, supervisions } from './filing.ts'
import { isFillable, statusWords } from './offers.ts'

/** A field; an empty value is a place to write by hand. `wide`: it takes a whole row. */
export type FormField = { label: string; value: string; wide: boolean }

/** A box of an office; null: it has not spoken yet, and may write and seal by hand. */
export type FormBox = { label: string; said: { words: string; who: string; day: Day } | null }

export type ApplicationForm = {
  title: string
  /** Said under the title, so that nobody takes it for one that was handed in. */
  mark: string | null
  fields: FormField[]
  /** What the applicant signs. */
  promise: string
  boxes: FormBox[]
}

/** What an office did in the thread, without messages. `at` is an instant. */
export type FormStep = { step: Step; what: string; words: string | null; who: string; at: string }

const titles = {
  filed: '社区社会组织备案登记表',
  guided: '社区社会组织指导管理登记表',
  registered: '社会组织成立登记申请表',
} as const satisfies Record<Tier, string>

export function applicationForm(application: Application, steps: readonly FormStep[]): ApplicationForm {
  const { tier, status } = application
  return {
    title: titles[tier],
    mark: isFillable(status) ? `${statusWords(status)}，还没有交` : null,
    fields: [...commonFields(application), ...(tier === 'registered' ? registeredFields(application) : [])],
    promise: '以上内容属实，愿意遵守法律法规和章程（活动公约）。',
    boxes: boxesOf(application, steps),
  }
}

function commonFields(application: Application): FormField[] {
  const { facts, kind, organizationTier, areaName, townshipName } = application
  return [
    wide('组织名称', application.name),
    short('所在街道（乡镇）', townshipName),
    short('所在社区（村）', areaName),
    short('组织类别', facts.category && categories[facts.category]),
    short('申请事项', kind === 'upgrade' && organizationTier ? `由${tiers[organizationTier]}升级` : '新成立'),
    short('负责人', facts.leader),
    short('联系电话', facts.phone),
    short('负责人是否党员', facts.leaderInParty === null ? null : facts.leaderInParty ? '是' : '否'),
    short('成立日期', facts.foundedOn),
    ...peopleFields(application),
    wide('活动场所', facts.place),
    wide('业务范围', facts.scope),
    wide('备注', facts.note),
  ]
}

/** Where there is a roster, its counts hold. */
function peopleFields({ facts, memberCount, partyCount }: Application): FormField[] {
  const listed = memberCount > 0
  return [
    short('成员人数', people(listed ? memberCount : facts.members)),
    short('其中正式党员', people(listed ? partyCount.full : facts.partyMembers)),
    short('发起人数', people(facts.founders)),
    short('服务居民', people(facts.residentsServed)),
  ]
}

const registeredFields = ({ facts }: Application): FormField[] => [
  short('组织形式', facts.legalForm === 'none' ? null : legalForms[facts.legalForm]),
  short('登记方式', facts.supervision && supervisions[facts.supervision]),
  wide('业务主管单位', facts.supervision === 'direct' ? '不需要' : facts.supervisingBody),
  short('活动资金', facts.money === null ? null : `${yuanText(facts.money)} 元`),
  short('专职工作人员', people(facts.staff)),
  short('单位会员', facts.units === null ? null : `${facts.units} 个`),
  short('发起单位', facts.foundingUnits === null ? null : `${facts.foundingUnits} 个`),
]

const short = (label: string, value: string | null): FormField => ({ label, value: value ?? '', wide: false })
const wide = (label: string, value: string | null): FormField => ({ label, value: value ?? '', wide: true })
const people = (count: number | null): string | null => (count === null ? null : `${count} 人`)

type Box = { label: string; steps: readonly Step[] }

/** One for each office on its path that has something to say; the last word of each stands in it. */
function boxesOf({ path, tier }: Application, steps: readonly FormStep[]): FormBox[] {
  const decides = path.includes('confirming')
    ? '社区（村）意见'
    : tier === 'registered'
      ? '登记管理机关意见'
      : '备案机关意见'
  const boxes: Box[] = [
    ...(path.includes('opinion') ? [{ label: '社区（村）意见', steps: ['opine'] as const }] : []),
    ...(path.includes('reviewing')
      ? [{ label: '县（市、区）民政部门意见', steps: ['review'] as const }]
      : []),
    { label: decides, steps: ['approve', 'refuse'] },
  ]
  return boxes.map((box) => ({ label: box.label, said: lastOf(steps, box.steps) }))
}

function lastOf(steps: readonly FormStep[], of: readonly Step[]): FormBox['said'] {
  const last = steps.findLast(({ step }) => of.includes(step))
  return last
    ? {
        words: [last.what, last.words].filter(Boolean).join('。'),
        who: last.who,
        day: dayOf(last.at as Instant),
      }
    : null
}
