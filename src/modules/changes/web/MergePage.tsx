// 积沙成塔: merge this organization with others, into one of them or into a new one, on a day.
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { ChooseOne } from '../../../ui/ChoiceChips.tsx'
import { call } from '../../../ui/call.ts'
import { FormGroup } from '../../../ui/FormField.tsx'
import { tiers } from '../../organizations/choices.ts'
import type { Organization } from '../../organizations/organization.ts'
import { useSession } from '../../people/web/session-queries.ts'
import { changesApi } from '../changes-api.ts'
import type { Merger } from '../reorganization.ts'
import { highestTier, totalsText } from '../reorganization-rules.ts'
import { Candidates } from './Candidates.tsx'
import { CountQuestion, DayQuestion, TextQuestion } from './ChangeControls.tsx'
import { ChangeForm, ChangeHead, FormPart, NotNow, type Opened, WithOrganization } from './ChangeFrame.tsx'
import { whyNotReorganize } from './change-words.ts'
import { useWrite } from './changes-queries.ts'
import {
  declaredOf,
  type MergeForm,
  mergeFaults,
  mergerOf,
  mustExplain,
  successorOf,
  summedOf,
} from './merge-form.ts'
import { NameQuestion } from './NameQuestion.tsx'
import { fieldId, type Sending, useSending } from './use-sending.ts'

export function MergePage(): ReactNode {
  return (
    <WithOrganization title="合并">
      {(opened) => {
        const why = whyNotReorganize(opened)
        return why ? <NotNow {...opened} what="合并" why={why} /> : <Wizard {...opened} />
      }}
    </WithOrganization>
  )
}

const fields = [
  'others',
  'into',
  'into.draft.name',
  'on',
  'reason',
  'members',
  'partyMembers',
  'difference',
  'tier',
]

function Wizard({ organization }: Opened): ReactNode {
  const { today } = useSession()
  const [others, setOthers] = useState<readonly Organization[]>([])
  const [form, setForm] = useState<MergeForm>({
    ...{
      existing: organization.id,
      name: '',
      leader: organization.leader ?? '',
      place: organization.place ?? '',
    },
    ...{ on: today, reason: '', declared: null, difference: '' },
  })
  const parts = [organization, ...others]
  const set = (patch: Partial<MergeForm>) => setForm({ ...form, ...patch })
  const sending = useSending(fields)
  const merge = useWrite((body: Merger) => call(changesApi.merge, { params: { id: organization.id }, body }))
  const navigate = useNavigate()
  const submit = () =>
    void sending.send(mergeFaults(form, parts), async () => {
      const body = mergerOf(form, parts)
      if (!body) return
      const done = await merge.mutateAsync(body)
      await navigate(`/organizations/${done.successors[0]?.id ?? organization.id}#changes`, { replace: true })
    })
  const choose = (chosen: readonly Organization[]) => {
    setOthers(chosen)
    const left = form.existing !== null && ![organization, ...chosen].some(({ id }) => id === form.existing)
    set({ declared: null, ...(left && { existing: organization.id }) })
  }
  return (
    <>
      <ChangeHead
        organization={organization}
        what="合并"
        sentence="被合并的组织从所填的那一天起退出，以前的数字和经过都保留，从新的组织能查到它们，反过来也能。"
      />
      <ChangeForm
        sending={sending}
        submitText={others.length === 0 ? '合并' : `合并这 ${parts.length} 个组织`}
        cancelTo={`/organizations/${organization.id}#changes`}
        whyNot={others.length === 0 ? '再选一个要合并的组织' : null}
        summary={`合并：${parts.map(({ name }) => name).join('、')}`}
        onSubmit={submit}
      >
        <FormPart id="others" title="1 和哪些组织合并">
          <Candidates organization={organization} sending={sending} value={others} onChange={choose} />
        </FormPart>
        <Into organization={organization} parts={parts} form={form} set={set} sending={sending} />
        <Numbers parts={parts} form={form} set={set} sending={sending} />
        <FormPart id="when" title="4 从什么时候起，为什么">
          <div className="form-fields">
            <DayQuestion
              sending={sending}
              at="on"
              label="从哪一天起"
              value={form.on}
              onChange={(on) => set({ on })}
            />
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
              hint="例如：规模小、活动相近，经成员商定合为一个"
              onChange={(reason) => set({ reason })}
            />
          </div>
        </FormPart>
      </ChangeForm>
    </>
  )
}

type PartProps = {
  parts: readonly Organization[]
  form: MergeForm
  set: (patch: Partial<MergeForm>) => void
  sending: Sending
}

function Into({
  organization,
  parts,
  form,
  set,
  sending,
}: PartProps & { organization: Organization }): ReactNode {
  const registered = parts.find(({ tier }) => tier === 'registered')
  const options = [
    ...(registered ? [registered] : parts).map(({ id, name }) => ({ value: id, label: `并入“${name}”` })),
    ...(registered ? [] : [{ value: 'new', label: '成立一个新的组织' }]),
  ]
  const choose = (value: string) => set({ existing: value === 'new' ? null : value })
  return (
    <FormPart id="into" title="2 合并成哪一个">
      <FormGroup
        id={fieldId('into')}
        label="合并以后是"
        hint={`其中管理方式最高的是“${tiers[highestTier(parts)]}”，合并后也是。`}
        fault={sending.faultOf('tier')}
        wide
      >
        <ChooseOne name="into" options={options} value={form.existing ?? 'new'} onChange={choose} />
      </FormGroup>
      {form.existing === null && (
        <div className="form-fields change-part">
          <NameQuestion
            {...{ sending, at: 'into.draft.name', label: '新组织的名称', value: form.name }}
            of={successorOf(organization, parts)}
            known={parts.map(({ name }) => name)}
            onChange={(name) => set({ name })}
          />
          <TextQuestion
            {...{ sending, at: 'into.draft.leader', label: '负责人', value: form.leader, max: 40 }}
            onChange={(leader) => set({ leader })}
          />
          <TextQuestion
            {...{ sending, at: 'into.draft.place', label: '活动场所', value: form.place }}
            onChange={(place) => set({ place })}
          />
        </div>
      )}
    </FormPart>
  )
}

function Numbers({ parts, form, set, sending }: PartProps): ReactNode {
  const declared = declaredOf(form, parts)
  return (
    <FormPart id="numbers" title="3 合并后的人数">
      <div className="form-fields">
        <CountQuestion
          {...{ sending, at: 'members', label: '成员人数', value: declared.members }}
          onChange={(members) => set({ declared: { ...declared, members } })}
        />
        <CountQuestion
          {...{ sending, at: 'partyMembers', label: '党员人数', value: declared.partyMembers }}
          onChange={(partyMembers) => set({ declared: { ...declared, partyMembers } })}
        />
        {mustExplain(form, parts) && (
          <TextQuestion
            {...{
              sending,
              at: 'difference',
              label: '与相加不同的原因',
              value: form.difference,
              required: true,
              wide: true,
            }}
            hint="例如：有 2 人同时在两个队里"
            onChange={(difference) => set({ difference })}
          />
        )}
      </div>
      <p className="total-line">各部分相加：{totalsText(summedOf(parts))}</p>
    </FormPart>
  )
}
