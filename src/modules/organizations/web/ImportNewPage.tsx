// Upload a table: where it belongs, and the file. Nothing is written to the register by this.
import { Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { FormField, FormGroup, focusField } from '../../../ui/FormField.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { useHomeArea } from '../../people/web/session-queries.ts'
import type { ImportWords } from '../imports-api.ts'
import { useImportKinds, useUpload } from './import-queries.ts'
import './imports.css'

export function ImportNewPage(): ReactNode {
  const kind = useUrlState().one('kind') ?? 'organizations'
  const words = useImportKinds().data?.find((known) => known.kind === kind)?.words
  return (
    <>
      <PageHeader
        title={kind === 'organizations' ? '导入一张表格' : `导入${words?.title ?? '一张表格'}`}
        sentence={`这一步只是上传；看过、改好以后才会写进${words?.book ?? '记录'}。`}
        back={{ to: '/imports', label: '表格导入' }}
      />
      <UploadForm key={kind} kind={kind} words={words} />
      <Accepted words={words} />
    </>
  )
}

type Words = { words: ImportWords | undefined }

function UploadForm({ kind, words }: Words & { kind: string }): ReactNode {
  const home = useHomeArea()
  const url = useUrlState()
  const belongsTo = url.one('belongsTo')
  const [area, setArea] = useState<string | null>(url.one('area') ?? home?.code ?? null)
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState(false)
  const upload = useUpload()
  const navigate = useNavigate()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!area || !file) return focusField(area ? 'import-file' : 'import-area')
    const made = await upload
      .mutateAsync({ area, file, kind, ...(belongsTo && { belongsTo }) })
      .catch(() => null)
    if (made) await navigate(`/imports/${made.id}`, { replace: true })
  }
  return (
    <form className="panel import-form" noValidate onSubmit={submit}>
      <FormField
        id="import-area"
        label="导入到哪里"
        required
        hint={`表里的社区名称只在这个范围里找，范围以外的${words?.thing ?? '记录'}不会被改动。`}
        fault={tried && !area ? '请选择区划' : undefined}
      >
        {(control) => <AreaPicker {...control} value={area} onChange={(code) => setArea(code)} />}
      </FormField>
      <FormGroup id="import-file" label="表格文件" required fault={tried && !file ? '请选择文件' : undefined}>
        <FileDrop
          accept=".xlsx,.xls,.csv"
          label="选择文件"
          hint="也可以把文件拖到这里。.xlsx、.xls、.csv 都行"
          file={file}
          onChange={setFile}
        />
      </FormGroup>
      <ProblemAlert problem={upload.error} />
      <div className="import-submit">
        <Button type="primary" htmlType="submit" loading={upload.isPending}>
          {upload.isPending ? '正在上传和读表…' : '上传，先看看对不对'}
        </Button>
      </div>
    </form>
  )
}

function Accepted({ words }: Words): ReactNode {
  return (
    <section className="panel accepted" aria-labelledby="accepted-title">
      <h2 id="accepted-title">什么样的表都可以</h2>
      <ul>
        <li>标题行、统计单位行、合并的两三行表头、合计行，都不用删，会认出来。</li>
        <li>列的顺序、叫法不限；日期写成 2021.9、2021年9月1日都行，“35人”也读得懂。</li>
        <li>社区写名称就行；同名的会列出来请您选，不会乱猜。</li>
        <li>
          {words?.book ?? '记录'}里已有的{words?.thing}不会重复登记，会列出哪几项有变化。
        </li>
      </ul>
    </section>
  )
}
