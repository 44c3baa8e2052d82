// One record: what was done, by whom, when, with its file, its versions, and what may be done about it.
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { Link, useLocation, useParams, useSearchParams } from 'react-router'
import { urlOf } from '../../../ui/call.ts'
import { MeasureTargets } from '../../../ui/MeasureTargets.tsx'
import { momentText } from '../../../ui/moment-text.ts'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { type DatedRecord, type RecordPage as Page, recordStatuses } from '../record.ts'
import { formOf, titleOf } from '../record-kinds.ts'
import { recordsApi } from '../records-api.ts'
import { RecordActions } from './RecordActions.tsx'
import { useRecord } from './record-queries.ts'
import { backFrom, recordPath, statusTones } from './record-words.ts'
import './records.css'

export function RecordPage(): ReactNode {
  const { id = '' } = useParams()
  const [search] = useSearchParams()
  const { data, error, refetch } = useRecord(id)
  const back = backFrom(search)
  if (error)
    return (
      <>
        <PageHeader title="记录" back={back} />
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </>
    )
  if (!data) return <PageBones />
  return (
    <div className="record">
      <PageHeader
        title={data.title}
        mark={<StateTag tone={statusTones[data.status]} word={recordStatuses[data.status]} />}
        sentence={`${titleOf(data.kind)}，${data.areaName}，${data.startsOn}`}
        back={back}
      />
      <Arrival />
      <section className="panel" aria-label="记录的内容">
        <Facts record={data} />
      </section>
      <RecordActions record={data} />
      <Versions record={data} />
      {data.status === 'standing' && <MeasureTargets measure={data.kind} />}
    </div>
  )
}

/** Said once, after the form was sent. */
function Arrival(): ReactNode {
  const state = useLocation().state as { made?: true; failed?: string | null } | null
  if (state?.failed)
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title="记录已登记，文件没有传上去"
        description={`${state.failed}。请在下面“补上文件”再传一次。`}
      />
    )
  return state?.made ? <Alert type="success" showIcon role="status" title="已登记" /> : null
}

function Facts({ record }: { record: DatedRecord }): ReactNode {
  const { organization, file, attributes, kind } = record
  const form = formOf(kind)
  const answers = Object.entries(form.fields).map(([name, field]) => {
    const value = attributes[name]
    if (typeof value === 'boolean') return [field.title, value ? '是' : '否'] as const
    return [field.title, value === undefined ? null : (field.choices?.[value] ?? value)] as const
  })
  return (
    <dl className="facts">
      {answers.map(([word, means]) => (
        <Fact key={word} word={word} means={means} />
      ))}
      <Fact
        word="关于"
        means={
          organization && <Link to={`/organizations/${organization.id}#records`}>{organization.name}</Link>
        }
      />
      <Fact word={form.day} means={record.startsOn} />
      <Fact word="到何时为止" means={record.endsOn} />
      <Fact word={form.doneBy.label} means={record.doneBy} />
      <Fact word={form.words.label} means={record.words} wide />
      <Fact word="文件" means={file ? <FileLink record={record} /> : '没有附文件'} />
      <Fact word="登记人" means={`${record.recordedBy}，${momentText(record.recordedAt)}`} />
      <Fact
        word={record.status === 'withdrawn' ? '撤回的理由' : '更正的理由'}
        means={record.closedWhy && `${record.closedWhy}（${record.closedBy ?? ''}）`}
        wide
      />
    </dl>
  )
}

function FileLink({ record: { id, file } }: { record: DatedRecord }): ReactNode {
  const address = urlOf(recordsApi.file, { params: { id } })
  return (
    <a className="link" href={address} target="_blank" rel="noreferrer">
      {file?.fileName}
    </a>
  )
}

type FactProps = { word: string; means: ReactNode; wide?: boolean }

/** What is not known is left out. */
const Fact = ({ word, means, wide = false }: FactProps): ReactNode =>
  means ? (
    <div className={wide ? 'fact-wide' : undefined}>
      <dt>{word}</dt>
      <dd>{means}</dd>
    </div>
  ) : null

function Versions({ record: { versions } }: { record: Page }): ReactNode {
  if (versions.length === 0) return null
  return (
    <section className="panel">
      <h2>这条记录的其他写法</h2>
      <ul className="record-versions">
        {versions.map((version) => (
          <li key={version.id}>
            <Link to={recordPath(version.id)}>{version.title}</Link>
            <StateTag tone={statusTones[version.status]} word={recordStatuses[version.status]} />
            <span className="faint">
              {`${version.recordedBy}，${momentText(version.recordedAt)}${version.closedWhy ? `；${version.closedWhy}` : ''}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
