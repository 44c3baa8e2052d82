// Split one organization into several new ones, on a day.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '../../../ui/call.ts'
import { Icon } from '../../../ui/icons.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { useSession } from '../../people/web/session-queries.ts'
import { changesApi } from '../changes-api.ts'
import type { Split } from '../reorganization.ts'
import { totalsOf, totalsText } from '../reorganization-rules.ts'
import { CountQuestion, DayQuestion, TextQuestion } from './ChangeControls.tsx'
import { ChangeForm, ChangeHead, FormPart, NotNow, type Opened, WithOrganization } from './ChangeFrame.tsx'
import { whyNotSplitHere } from './change-words.ts'
import { useWrite } from './changes-queries.ts'
import { NameQuestion } from './NameQuestion.tsx'
import {
  mustExplainSplit,
  newPart,
  type SplitForm,
  type SplitPart,
  splitFaults,
  splitOf,
} from './split-form.ts'
import { type Sending, useSending } from './use-sending.ts'

export function SplitPage(): ReactNode {
  return (
    <WithOrganization title="拆分">
      {(opened) => {
        const why = whyNotSplitHere(opened)
        return why ? <NotNow {...opened} what="拆分" why={why} /> : <Wizard {...opened} />
      }}
    </WithOrganization>
  )
}

const most = 10
const fields = [
  ...Array.from({ length: most }, (_, at) => [`into.${at}.name`, `into.${at}.leader`]).flat(),
  ...['difference', 'on', 'reason'],
]

function Wizard({ organization }: Opened): ReactNode {
  const { today } = useSession()
  const [form, setForm] = useState<SplitForm>({
    parts: [newPart(0), newPart(1)],
    ...{ on: today, reason: '', difference: '' },
  })
  const set = (patch: Partial<SplitForm>) => setForm({ ...form, ...patch })
  const sending = useSending(fields)
  const split = useWrite((body: Split) => call(changesApi.split, { params: { id: organization.id }, body }))
  const navigate = useNavigate()
  const submit = () =>
    void sending.send(splitFaults(form, organization), async () => {
      const body = splitOf(form, organization)
      if (!body) return
      await split.mutateAsync(body)
      await navigate(`/organizations/${organization.id}#changes`, { replace: true })
    })
  return (
    <>
      <ChangeHead
        organization={organization}
        what="拆分"
        sentence="原来的组织从所填的那一天起退出，以前的数字和经过都保留；下面的组织从那一天起成立，类别和管理方式与原来相同。"
      />
      <ChangeForm
        sending={sending}
        submitText={`拆成 ${form.parts.length} 个`}
        cancelTo={`/organizations/${organization.id}#changes`}
        summary={form.parts.map(({ name }) => name.trim() || '（未填名称）').join('、')}
        onSubmit={submit}
      >
        <FormPart id="parts" title="1 拆成哪几个">
          {form.parts.map((part, at) => (
            <PartFields
              key={part.key}
              {...{ part, whole: organization, at, sending, removable: form.parts.length > 2 }}
              onChange={(changed) => set({ parts: form.parts.with(at, changed) })}
              onRemove={() => set({ parts: form.parts.filter(({ key }) => key !== part.key) })}
            />
          ))}
          {form.parts.length < most && (
            <Button
              icon={<Icon name="plus" size={16} />}
              onClick={() => set({ parts: [...form.parts, newPart(nextKey(form))] })}
            >
              再加一个
            </Button>
          )}
          <p className="total-line">
            原来：{totalsText(organization)}；各部分相加：{totalsText(totalsOf(form.parts))}
          </p>
        </FormPart>
        <FormPart id="when" title="2 从什么时候起，为什么">
          <div className="form-fields">
            <DayQuestion
              sending={sending}
              at="on"
              label="从哪一天起"
              value={form.on}
              onChange={(on) => set({ on })}
            />
            {mustExplainSplit(form, organization) && (
              <TextQuestion
                {...{
                  sending,
                  at: 'difference',
                  label: '人数与原来不同的原因',
                  value: form.difference,
                  required: true,
                  wide: true,
                }}
                onChange={(difference) => set({ difference })}
              />
            )}
            <TextQuestion
              {...{
                sending,
                at: 'reason',
                label: '理由',
                value: form.reason,
                rows: 2,
                required: true,
                wide: true,
              }}
              onChange={(reason) => set({ reason })}
            />
          </div>
        </FormPart>
      </ChangeForm>
    </>
  )
}

const nextKey = ({ parts }: SplitForm): number => Math.max(...parts.map(({ key }) => key)) + 1

type PartProps = {
  part: SplitPart
  whole: Organization
  at: number
  sending: Sending
  removable: boolean
  onChange: (part: SplitPart) => void
  onRemove: () => void
}

function PartFields({ part, whole, at, sending, removable, onChange, onRemove }: PartProps): ReactNode {
  return (
    <div className="part-card">
      <div className="part-head">
        <h3>第 {at + 1} 个</h3>
        {removable && (
          <button type="button" className="text-button" onClick={onRemove}>
            去掉第 {at + 1} 个
          </button>
        )}
      </div>
      <div className="form-fields">
        <NameQuestion
          {...{ sending, at: `into.${at}.name`, label: '名称', value: part.name }}
          of={{ ...whole, legalForm: null }}
          known={[whole.name]}
          onChange={(name) => onChange({ ...part, name })}
        />
        <TextQuestion
          {...{ sending, at: `into.${at}.leader`, label: '负责人', value: part.leader, max: 40 }}
          onChange={(leader) => onChange({ ...part, leader })}
        />
        <CountQuestion
          {...{ sending, at: `into.${at}.members`, label: '成员人数', value: part.members }}
          onChange={(members) => onChange({ ...part, members })}
        />
        <CountQuestion
          {...{ sending, at: `into.${at}.partyMembers`, label: '党员人数', value: part.partyMembers }}
          onChange={(partyMembers) => onChange({ ...part, partyMembers })}
        />
      </div>
    </div>
  )
}
