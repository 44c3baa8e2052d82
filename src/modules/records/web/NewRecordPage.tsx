// Puts something on record: first what kind, then the few questions of that kind, and the file where there is one.
import { Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { acceptOf, allFileKinds } from '../../../kernel/file-kind.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useOrganization } from '../../organizations/web/organization-queries.ts'
import { useHomeArea, usePosting, useSession } from '../../people/web/session-queries.ts'
import {
  formOf,
  kindNames,
  kindsFromAbove,
  kindsOfOrganizations,
  type RecordKind,
  titleOf,
} from '../record-kinds.ts'
import { RecordFields } from './RecordFields.tsx'
import { draftFrom } from './record-form.ts'
import { useAttach, useEnter } from './record-queries.ts'
import { backFrom, recordPath } from './record-words.ts'
import { useRecordForm } from './use-record-form.ts'
import '../../organizations/web/organizations.css'
import './records.css'

export function NewRecordPage(): ReactNode {
  const [search] = useSearchParams()
  const kind = kindNames.find((known) => known === search.get('kind'))
  return kind ? <KindForm key={kind} kind={kind} /> : <ChooseKind />
}

/** A community has nobody below about whom it could decide. */
function ChooseKind(): ReactNode {
  const [search] = useSearchParams()
  const [posting] = usePosting()
  const offered = (search.get('organization') ? kindsOfOrganizations : kindNames).filter(
    (kind) => posting?.areaLevel !== 'community' || !kindsFromAbove.includes(kind),
  )
  const pathOf = (kind: RecordKind) => `?${new URLSearchParams([...search, ['kind', kind]])}`
  return (
    <>
      <PageHeader title="登记一条记录" sentence="做了什么事？选一种。" back={backFrom(search)} />
      <ul className="record-kinds">
        {offered.map((kind) => (
          <li key={kind}>
            <Link to={pathOf(kind)}>
              <b>{titleOf(kind)}</b>
              <span>{formOf(kind).about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function KindForm({ kind }: { kind: RecordKind }): ReactNode {
  const [search] = useSearchParams()
  const { today } = useSession()
  const home = useHomeArea()
  const about = useOrganization(search.get('organization')).data
  const begin = draftFrom(kind, search, {
    area: search.get('area') ?? (formOf(kind).fromAbove ? '' : (home?.code ?? '')),
    organization: search.get('organization'),
    today,
  })
  const form = useRecordForm(kind, begin)
  const [file, setFile] = useState<File | null>(null)
  const { send, busy, problem } = useSend(kind, form, file)
  return (
    <>
      <PageHeader
        title={`登记：${titleOf(kind)}`}
        sentence={about ? `关于“${about.name}”。` : `${formOf(kind).about}。`}
        back={backFrom(search)}
      />
      <form className="organization-form" onSubmit={send} noValidate>
        <section className="form-section" aria-label="要填的">
          <RecordFields kind={kind} today={today} {...form} />
        </section>
        <section className="form-section">
          <h2>文件或凭据（可以以后再补）</h2>
          <FileDrop
            accept={acceptOf(allFileKinds)}
            label="拍照或选一个文件"
            hint="PDF、图片、Word、Excel，不超过 20 MB"
            file={file}
            onChange={setFile}
          />
        </section>
        <ProblemAlert problem={problem} shown={Object.keys(form.faults)} />
        <div className="form-bar">
          <ButtonLink to={backFrom(search).to}>先不登记</ButtonLink>
          <Button type="primary" htmlType="submit" loading={busy}>
            登记
          </Button>
        </div>
      </form>
    </>
  )
}

/** The record first, then its file: when only the file fails, the record's page says so and takes it again. */
function useSend(kind: RecordKind, form: ReturnType<typeof useRecordForm>, file: File | null) {
  const [search] = useSearchParams()
  const enter = useEnter()
  const attach = useAttach()
  const navigate = useNavigate()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const answers = form.answers()
    if (!answers) return
    const made = await enter.mutateAsync({ ...answers, kind }).catch(form.refused)
    if (!made) return
    const failed = file ? await attach.mutateAsync({ id: made.id, file }).then(none, message) : null
    const back = search.get('back')
    await navigate(recordPath(made.id, back), { replace: true, state: { made: true, failed } })
  }
  return { send, busy: enter.isPending || attach.isPending, problem: enter.error }
}

const none = () => null
const message = (error: unknown): string => (error instanceof Error ? error.message : '')
