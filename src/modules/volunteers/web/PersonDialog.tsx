// A person joins a team, or what is known of a person is corrected: name, number, and of minors the year of birth.
import { Form } from 'antd'
import type { ReactNode } from 'react'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { CountItem, DayItem, OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { needsConsent } from '../service-rules.ts'
import type { Member } from '../volunteer.ts'
import { useVolunteerAct, volunteerActs } from './volunteer-queries.ts'

type Typed = {
  name: string
  phone?: string
  grown: 'yes' | 'no'
  birthYear?: number | null
  guardian?: string
  consentedOn?: string
  from?: string
}

type Props = { team: string; person?: Member; onClose: () => void }

export function PersonDialog({ team, person, onClose }: Props): ReactNode {
  const { today } = useSession()
  const act = useVolunteerAct<unknown>()
  const send = (typed: Typed) =>
    act.mutateAsync(() =>
      person
        ? volunteerActs.editMember(person.id, bodyOf(typed))
        : volunteerActs.join(team, { ...bodyOf(typed), from: day(typed.from) ?? today }),
    )
  return (
    <FormDialog<Typed>
      title={person ? `改资料：${person.name}` : '加队员'}
      explain="只问必要的；同名、同号码的就是同一个人。"
      okText="保存"
      initialValues={person ? typedFrom(person) : { grown: 'yes', from: today }}
      onSend={send}
      onClose={onClose}
    >
      <WordsItem name="name" label="姓名" max={40} needed="请填写姓名" />
      <WordsItem name="phone" label="电话" max={40} extra="没有就空着；别处都隐去中间几位" />
      <OneItem name="grown" label="是否成年" choices={{ yes: '已满 18 周岁', no: '未满 18 周岁' }} />
      <MinorItems />
      {!person && <DayItem name="from" label="哪一天加入的" max={today} />}
    </FormDialog>
  )
}

/** Asked only of minors; the guardian only of children. */
function MinorItems(): ReactNode {
  const { today } = useSession()
  const form = Form.useFormInstance<Typed>()
  const grown = Form.useWatch('grown', form)
  const birthYear = Form.useWatch('birthYear', form) ?? null
  if (grown !== 'no') return null
  return (
    <>
      <CountItem name="birthYear" label="出生年份" unit="年" needed="请填写出生年份" />
      {needsConsent(birthYear, today as Parameters<typeof needsConsent>[1]) && (
        <>
          <WordsItem
            name="guardian"
            label="监护人姓名"
            max={40}
            needed="请填写监护人姓名"
            extra="不满 14 周岁的，要监护人同意"
          />
          <DayItem name="consentedOn" label="哪一天同意的" max={today} />
        </>
      )}
    </>
  )
}

const day = (text: string | undefined): string | null => (text ? (dayFromText(text) ?? text) : null)

const bodyOf = ({ name, phone, grown, birthYear, guardian, consentedOn }: Typed) => ({
  ...{ name, phone: phone?.trim() || null },
  birthYear: grown === 'no' ? (birthYear ?? null) : null,
  guardian: grown === 'no' ? guardian?.trim() || null : null,
  consentedOn: grown === 'no' ? day(consentedOn) : null,
})

const typedFrom = ({ name, phone, birthYear, guardian, consentedOn }: Member): Partial<Typed> => ({
  ...{ name, birthYear, grown: birthYear === null ? 'yes' : 'no' },
  ...(phone && { phone }),
  ...(guardian && { guardian }),
  ...(consentedOn && { consentedOn }),
})
