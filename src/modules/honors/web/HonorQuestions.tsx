// The questions of the form of a title, in the order in which a person thinks: what, whom, from whom, when, why.
import { Form, type FormInstance, Input } from 'antd'
import type { ReactNode } from 'react'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayRule } from '../../../ui/day-rule.ts'
import { DayItem, OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { OrganizationChoice } from '../../organizations/web/OrganizationChoice.tsx'
import { useOrganization } from '../../organizations/web/organization-queries.ts'
import { useHomeArea, useSession } from '../../people/web/session-queries.ts'
import {
  type HonorKind,
  type HonorSubject,
  honorKinds,
  honorLevels,
  honorSubjects,
  honorThemes,
  subjectsOf,
  takes,
  titleOf,
} from '../honor.ts'
import { type HonorValues, unlisted, ways } from './honor-form.ts'
import { useHonorsOf } from './honor-queries.ts'

const needed = (message: string) => ({ required: true, whitespace: true, message })

/** `value` and `onChange` come from the form. */
type Control<V> = { value?: V; onChange?: (value: V) => void }

export const WayQuestion = (): ReactNode => <OneItem name="way" label="怎样登记" choices={ways} />

/** What the province gives is only entered. */
const { province: _, ...decidedHere } = honorLevels

type QuestionsProps = { form: FormInstance<HonorValues>; published: boolean }

export function Questions({ form, published }: QuestionsProps): ReactNode {
  const kind: HonorKind = Form.useWatch('kind', form) ?? form.getFieldValue('kind')
  const subject: HonorSubject =
    Form.useWatch(['about', 'subject'], form) ?? form.getFieldValue(['about', 'subject'])
  const rename = (next: HonorKind, of: HonorSubject) => {
    const fits = takes(next, of) ? of : subjectsOf[next][0]
    form.setFieldValue(['about', 'subject'], fits)
    form.setFieldValue('title', titleOf(next, fits))
  }
  return (
    <>
      <Form.Item name="kind" label="种类">
        <KindChoice onPick={(next) => rename(next, subject)} />
      </Form.Item>
      <Form.Item name={['about', 'subject']} label="授给">
        <SubjectChoice kind={kind} onPick={(next) => rename(kind, next)} />
      </Form.Item>
      <About kind={kind} subject={subject} />
      {kind === 'pilot' && <OneItem name="theme" label="试什么" choices={honorThemes} />}
      <OneItem name="level" label="由哪一级评定" choices={published ? honorLevels : decidedHere} />
      <WordsItem name="title" label="称号" max={40} needed="请填写称号" />
      <YearAndReason />
    </>
  )
}

export function YearAndReason(): ReactNode {
  return (
    <>
      <Form.Item
        name="year"
        label="年度"
        rules={[{ pattern: /^2[01]\d\d$/, message: '请填写年份，例如 2023' }]}
      >
        <Input className="honor-year" inputMode="numeric" maxLength={4} autoComplete="off" />
      </Form.Item>
      <WordsItem
        name="reason"
        label="理由"
        extra="做了什么、效果怎样。会公示，不要写个人的电话、住址和身份证号。"
        max={1000}
        needed="请填写理由"
        long
      />
    </>
  )
}

/** A new kind also proposes a subject and a title. */
function KindChoice({ onPick, onChange, value }: Control<HonorKind> & { onPick: (kind: HonorKind) => void }) {
  const pick = (kind: HonorKind) => {
    onChange?.(kind)
    onPick(kind)
  }
  return <ChooseOne name="kind" options={chipsOf(honorKinds)} value={value ?? null} onChange={pick} />
}

function SubjectChoice({
  kind,
  onPick,
  onChange,
  value,
}: Control<HonorSubject> & { kind: HonorKind; onPick: (subject: HonorSubject) => void }) {
  const options = subjectsOf[kind].map((subject) => ({ value: subject, label: honorSubjects[subject] }))
  const pick = (subject: HonorSubject) => {
    onChange?.(subject)
    onPick(subject)
  }
  return <ChooseOne<HonorSubject> name="subject" options={options} value={value ?? null} onChange={pick} />
}

function About({ kind, subject }: { kind: HonorKind; subject: HonorSubject }): ReactNode {
  if (subject === 'area')
    return (
      <Form.Item
        name={['about', 'area']}
        label={kind === 'pilot' ? '哪个社区（村）' : '哪个地方'}
        rules={[needed('请选择地方')]}
      >
        <AreaPicker aria-label="哪个地方" placeholder="社区（村）的名称、拼音或代码" />
      </Form.Item>
    )
  return (
    <>
      <Form.Item
        name={['about', 'organization']}
        label={subject === 'project' ? '由哪个组织承担' : '哪个组织'}
        rules={[needed('请选择一个组织')]}
      >
        <WhichOrganization />
      </Form.Item>
      {subject === 'project' && <WhichProject />}
    </>
  )
}

/** One of the organization's projects on record; its name only where it is none of them. */
function WhichProject(): ReactNode {
  const form = Form.useFormInstance<HonorValues>()
  const organization: string | undefined = Form.useWatch(['about', 'organization'], form)
  const project: string | undefined = Form.useWatch(['about', 'project'], form)
  const { data } = useHonorsOf(organization ?? null)
  if (!organization || !data) return null
  const listed = data.projects.map(({ id, title, year }) => ({ value: id, label: `${title}（${year} 年）` }))
  return (
    <>
      {listed.length > 0 && (
        <Form.Item
          name={['about', 'project']}
          label="哪个项目"
          rules={[{ required: true, message: '请选择一个项目' }]}
        >
          <ProjectChoice options={[...listed, { value: unlisted, label: '不在其中' }]} />
        </Form.Item>
      )}
      {(listed.length === 0 || project === unlisted) && (
        <Form.Item
          name={['about', 'name']}
          label="项目名称"
          rules={[needed('请填写项目名称'), { max: 60, message: '最多 60 个字' }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      )}
    </>
  )
}

const ProjectChoice = ({
  options,
  value,
  onChange,
}: Control<string> & { options: { value: string; label: string }[] }): ReactNode => (
  <ChooseOne name="project" options={options} value={value ?? null} onChange={(one) => onChange?.(one)} />
)

/** One that the address named stands there already. */
function WhichOrganization({ value, onChange, ...rest }: Control<string> & { id?: string }): ReactNode {
  const home = useHomeArea()
  const chosen = useOrganization(value ?? null)
  return (
    <>
      {value && chosen.data && <p className="honor-chosen">已选：{chosen.data.name}</p>}
      <OrganizationChoice
        {...rest}
        {...(value !== undefined && { value })}
        {...(onChange && { onChange })}
        name="organization"
        area={home?.code}
        nothing="没有找到；请先在组织名录里登记。"
      />
    </>
  )
}

/** A last day may be left out. */
const maybeDay = {
  validator: (_: unknown, text: string | null) => (text ? dayRule.validator(_, text) : Promise.resolve()),
}

/** The day and the validity of an award, and its document: needed where it was published elsewhere. */
export function AwardQuestions({ needsDocument }: { needsDocument: boolean }): ReactNode {
  const { today } = useSession()
  return (
    <>
      <DayItem name="on" label="公布日期" max={today} />
      <Form.Item
        name="validUntil"
        label="有效期到（空着是长期有效）"
        rules={[maybeDay]}
        validateTrigger="onSubmit"
      >
        <DayInput calendarLabel="从日历选有效期的最后一天" />
      </Form.Item>
      <WordsItem
        name="document"
        label={needsDocument ? '公布的文件' : '公布的文件（可以不填）'}
        extra="文号和标题"
        max={120}
        {...(needsDocument && { needed: '请写明是哪份文件公布的' })}
      />
    </>
  )
}
