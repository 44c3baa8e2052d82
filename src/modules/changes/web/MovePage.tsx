// Move an organization to another community from a day on: at once where one reaches both ends, else by the level above.
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { call } from '../../../ui/call.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormField } from '../../../ui/FormField.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { useDebounced } from '../../../ui/use-debounced.ts'
import { whereText } from '../../organizations/organization-fields.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { ChangeDraft, ChangeRequest } from '../change.ts'
import { changesApi } from '../changes-api.ts'
import { ChangeForm, ChangeHead, FormPart, NotNow, type Opened, WithOrganization } from './ChangeFrame.tsx'
import { faultsOfAct, whyNotAsk } from './change-words.ts'
import { useMoveTargets, useRequest, useWrite } from './changes-queries.ts'
import { fieldId, type Sending, useSending } from './use-sending.ts'
import { WhenAndWhy } from './WhenAndWhy.tsx'

export function MovePage(): ReactNode {
  const [search] = useSearchParams()
  const request = search.get('request')
  const returned = useRequest(request)
  return (
    <WithOrganization title="迁移">
      {(opened) => {
        if (request && !returned.data) return <PageBones />
        const why = request ? null : whyNotAsk('move', opened)
        return why ? (
          <NotNow {...opened} what="迁移" why={why} />
        ) : (
          <Form {...opened} returned={returned.data ?? null} />
        )
      }}
    </WithOrganization>
  )
}

type Target = { code: string; name: string; where: string }

function Form({ organization, returned }: Opened & { returned: ChangeRequest | null }): ReactNode {
  const { today } = useSession()
  const [to, setTo] = useState<Target | null>(returned?.to ? { ...returned.to, where: '' } : null)
  const [from, setFrom] = useState<string | null>(returned?.from ?? today)
  const [reason, setReason] = useState(returned?.reason ?? '')
  const sending = useSending(['to', 'from', 'reason'])
  const navigate = useNavigate()
  const ask = useWrite((change: ChangeDraft) =>
    returned
      ? call(changesApi.resubmit, { params: { id: returned.id }, body: { change } })
      : call(changesApi.request, { params: { id: organization.id }, body: { change, directly: true } }),
  )
  const submit = () => {
    const nowhere = to ? [] : [{ at: 'to', message: '请选择要迁入的社区（村）' }]
    void sending.send([...nowhere, ...faultsOfAct(from, reason)], async () => {
      const day = dayFromText(from ?? '')
      if (!day || !to) return
      const made = await ask.mutateAsync({ kind: 'move', to: to.code, from: day, reason })
      await navigate(`/changes/${made.id}`, { replace: true })
    })
  }
  return (
    <>
      <ChangeHead
        organization={organization}
        what="迁移"
        sentence={`现在在${whereText(organization)}。从所填的那一天起计入迁入地，以前的数字留在原地；两地都归您管的，当即办结，否则由上一级决定。`}
      />
      <ChangeForm
        sending={sending}
        submitText="迁移"
        cancelTo={`/organizations/${organization.id}#changes`}
        summary={to ? `迁入 ${to.where} ${to.name}` : ''}
        onSubmit={submit}
      >
        <FormPart id="to" title="迁到哪里">
          <TargetChoice organization={organization.id} sending={sending} value={to} onChange={setTo} />
        </FormPart>
        <WhenAndWhy sending={sending} from={from} onFrom={setFrom} reason={reason} onReason={setReason} />
      </ChangeForm>
    </>
  )
}

type ChoiceProps = {
  organization: string
  sending: Sending
  value: Target | null
  onChange: (target: Target) => void
}

function TargetChoice({ organization, sending, value, onChange }: ChoiceProps): ReactNode {
  const [text, setText] = useState('')
  const { data } = useMoveTargets(organization, useDebounced(text.trim(), 250))
  return (
    <>
      <FormField
        id={fieldId('to')}
        label="社区（村）或街镇的名称"
        hint="汉字、拼音、首字母都行，在本市范围内找"
        fault={sending.faultOf('to')}
        required
      >
        {(control) => (
          <Input
            {...control}
            type="search"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </FormField>
      <fieldset className="pick-list" aria-label="找到的社区（村）">
        {data?.items.map((target) => (
          <label key={target.code} className="pick-line">
            <input
              type="radio"
              name="to"
              checked={value?.code === target.code}
              onChange={() => onChange(target)}
            />
            <span>
              {target.name} <span className="faint">{target.where}</span>
            </span>
          </label>
        ))}
        {text.trim() && data?.items.length === 0 && <p className="faint">本市没有找到这个名称。</p>}
      </fieldset>
    </>
  )
}
