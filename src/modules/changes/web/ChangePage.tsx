// Ask for a change of name, leader, place or scope; after a return, ask again with what was typed.
import { type ReactNode, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Fault } from '../../../kernel/problem.ts'
import { call } from '../../../ui/call.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import { PageBones } from '../../../ui/PageBones.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { type Asked, askedLabels, type ChangeDraft, type ChangeRequest } from '../change.ts'
import { changesApi } from '../changes-api.ts'
import { TextQuestion } from './ChangeControls.tsx'
import { ChangeForm, ChangeHead, FormPart, NotNow, type Opened, WithOrganization } from './ChangeFrame.tsx'
import { faultsOfAct, whyNotAsk } from './change-words.ts'
import { useRequest, useWrite } from './changes-queries.ts'
import { NameQuestion } from './NameQuestion.tsx'
import { useSending } from './use-sending.ts'
import { WhenAndWhy } from './WhenAndWhy.tsx'

export function ChangePage(): ReactNode {
  const [search] = useSearchParams()
  const request = search.get('request')
  const returned = useRequest(request)
  return (
    <WithOrganization title="变更">
      {(opened) => {
        if (request && !returned.data) return <PageBones />
        const why = request ? null : whyNotAsk('details', opened)
        if (why) return <NotNow {...opened} what="变更" why={why} />
        return <Form {...opened} returned={returned.data ?? null} />
      }}
    </WithOrganization>
  )
}

const plainFields = ['leader', 'phone', 'place', 'scope'] as const
const fields = ['name', ...plainFields] as const
type Typed = Record<(typeof fields)[number], string>

const typedFrom = (now: Opened['organization'], asked: Asked | null): Typed =>
  Object.fromEntries(fields.map((field) => [field, String(asked?.[field] ?? now[field] ?? '')])) as Typed

function Form({ organization, standing, returned }: Opened & { returned: ChangeRequest | null }): ReactNode {
  const { today } = useSession()
  const [typed, setTyped] = useState(() => typedFrom(organization, returned?.asked ?? null))
  const [from, setFrom] = useState<string | null>(returned?.from ?? today)
  const [reason, setReason] = useState(returned?.reason ?? '')
  const sending = useSending([...fields.map((field) => `asked.${field}`), 'asked', 'from', 'reason'])
  const ask = useWrite((change: ChangeDraft) =>
    returned
      ? call(changesApi.resubmit, { params: { id: returned.id }, body: { change } })
      : call(changesApi.request, { params: { id: organization.id }, body: { change } }),
  )
  const navigate = useNavigate()
  const asked = askedIn(typed, organization)
  const submit = () =>
    sending.send(faultsIn(typed, from, reason), async () => {
      const day = dayFromText(from ?? '')
      if (!day) return
      const made = await ask.mutateAsync({ kind: 'details', asked, from: day, reason })
      await navigate(`/changes/${made.id}`, { replace: true })
    })
  const changed = Object.keys(asked).map((field) => askedLabels[field as keyof Asked])
  return (
    <>
      <ChangeHead
        organization={organization}
        what={returned ? '补正变更' : '申请变更'}
        sentence={`只改有变化的地方；提交后由${standing.rules.decidedAt}决定，同意后从所填的那一天起算。`}
      />
      <ChangeForm
        sending={sending}
        submitText={returned ? '再次提交' : '提交申请'}
        cancelTo={`/organizations/${organization.id}#changes`}
        whyNot={changed.length === 0 ? '还没有改动' : null}
        summary={`要变更：${changed.join('、')}`}
        onSubmit={() => void submit()}
      >
        <FormPart id="asked" title="变更成什么">
          <div className="form-fields">
            <NameQuestion
              {...{ sending, at: 'asked.name', label: askedLabels.name, of: organization }}
              value={typed.name}
              onChange={(name) => setTyped({ ...typed, name })}
              known={[organization.name]}
              except={organization.id}
            />
            {plainFields.map((field) => (
              <TextQuestion
                key={field}
                sending={sending}
                at={`asked.${field}`}
                label={askedLabels[field]}
                value={typed[field]}
                onChange={(value) => setTyped({ ...typed, [field]: value })}
                {...(field === 'scope' && { rows: 3, max: 1000, wide: true })}
                {...(field === 'phone' && { hint: '换了负责人就填新号码；带 * 的是现有号码，不改就留着' })}
              />
            ))}
          </div>
        </FormPart>
        <WhenAndWhy sending={sending} from={from} onFrom={setFrom} reason={reason} onReason={setReason} />
      </ChangeForm>
    </>
  )
}

/** Only what differs from the register; place and scope may be emptied. */
function askedIn(typed: Typed, now: Opened['organization']): Asked {
  const pairs = fields
    .filter((field) => typed[field].trim() !== String(now[field] ?? ''))
    .filter((field) => typed[field].trim() || field === 'place' || field === 'scope')
    .map((field) => [field, typed[field].trim() || null])
  return Object.fromEntries(pairs) as Asked
}

function faultsIn(typed: Typed, from: string | null, reason: string): Fault[] {
  const nameless = typed.name.trim() ? [] : [{ at: 'asked.name', message: '名称不能空着' }]
  return [...nameless, ...faultsOfAct(from, reason)]
}
