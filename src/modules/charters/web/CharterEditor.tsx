// The form of a charter beside its text, which grows while it is filled in; on a phone one or the other.
import { Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { ChooseOne } from '../../../ui/ChoiceChips.tsx'
import { focusField } from '../../../ui/FormField.tsx'
import { momentText } from '../../../ui/moment-text.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Charter } from '../charter.ts'
import { type CharterForm, charterFields } from '../charter-form.ts'
import { charterText } from '../charter-text.ts'
import { fieldId } from './CharterControls.tsx'
import { CharterQuestions } from './CharterQuestions.tsx'
import { CharterText } from './CharterText.tsx'
import { useEdit } from './charter-queries.ts'
import { type CharterFormState, useCharterForm } from './use-charter-form.ts'
import '../../organizations/web/organizations.css'
import './charters.css'

type Props = { charter: Charter; form: CharterForm; back: { to: string; label: string } }

const sides = [
  { value: 'form', label: '填写' },
  { value: 'text', label: '看全文' },
] as const

export function CharterEditor({ charter, form, back }: Props): ReactNode {
  const { person } = useSession()
  const state = useCharterForm(`charter.${person.id}.${charter.id}`, form, charter.rules)
  const edit = useEdit(charter.id)
  const navigate = useNavigate()
  const [side, setSide] = useState<'form' | 'text'>('form')
  const save = async (): Promise<void> => {
    if (!state.isChanged) return
    try {
      await edit.mutateAsync({ revision: charter.revision, form: state.settled })
      state.done(state.settled)
    } catch (problem) {
      state.show(problem)
      throw problem
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save().catch(() => undefined)
  }
  const goOn = () =>
    void save().then(
      () => navigate(`/charters/${charter.id}`),
      () => undefined,
    )
  return (
    <>
      <PageHeader
        title={`章程草稿：${charter.organizationName}`}
        sentence="回答问题，文字随着写好；存好以后开会表决。"
        back={back}
      />
      <DraftOffer state={state} />
      <div className="charter-sides no-print">
        <ChooseOne name="charter-side" options={sides} value={side} onChange={setSide} />
      </div>
      <form className={`charter-editor charter-shows-${side}`} noValidate onSubmit={submit}>
        <div className="charter-questions">
          <CharterQuestions state={state} rules={charter.rules} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <aside className="panel charter-preview" aria-label="章程全文" tabIndex={0}>
          <CharterText
            title={`${state.settled.name ?? charter.organizationName}章程`}
            chapters={charterText(state.settled, charter.rules)}
          />
        </aside>
        <div className="charter-bar">
          <ProblemAlert problem={edit.error} labels={charterFields} />
          <div className="form-bar">
            <span className="form-bar-words">
              <Missing state={state} show={() => setSide('form')} />
            </span>
            <Button htmlType="submit" loading={edit.isPending} disabled={!state.isChanged}>
              {state.isChanged ? '保存草稿' : '已保存'}
            </Button>
            <Button type="primary" disabled={edit.isPending} onClick={goOn}>
              下一步：表决
            </Button>
          </div>
        </div>
      </form>
    </>
  )
}

/** What is missing or not allowed, with a way to the first. */
function Missing({ state, show }: { state: CharterFormState; show: () => void }): ReactNode {
  const open = state.missing.length > 0 ? state.missing : state.faulty
  const [first] = open
  if (first === undefined) return '都填好了。'
  const go = () => {
    show()
    setTimeout(() => focusField(fieldId(first)))
  }
  return (
    <>
      还有 {open.length} 处{state.missing.length > 0 ? '没有填' : '不合规定'}：
      <button type="button" className="text-button" onClick={go}>
        {charterFields[first]}
      </button>
      {open.length > 1 && '等'}
    </>
  )
}

function DraftOffer({ state }: { state: CharterFormState }): ReactNode {
  if (!state.offer) return null
  return (
    <div className="form-note charter-offer" role="status">
      <span className="form-note-words">
        <b>上次填了没有保存的内容还在这台设备上</b>
        <span className="faint">{momentText(state.offer.at)}</span>
      </span>
      <Button onClick={state.offer.forget}>不要了</Button>
      <Button type="primary" onClick={state.offer.resume}>
        接着填
      </Button>
    </div>
  )
}
