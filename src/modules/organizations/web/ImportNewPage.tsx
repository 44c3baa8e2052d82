// Upload a table: where it belongs, and the file. Nothing is written to the register by this.
import { Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { FormField, FormGroup, focusField } from '../../../ui/FormField.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { useHomeArea } from '../../people/web/session-queries.ts'
import { useUpload } from './import-queries.ts'
import './imports.css'

export function ImportNewPage(): ReactNode {
  return (
    <>
      <PageHeader
        title="导入一张表格"
        sentence="这一步只是上传；看过、改好以后才会写进名录。"
        back={{ to: '/imports', label: '表格导入' }}
      />
      <UploadForm />
      <Accepted />
    </>
  )
}

function UploadForm(): ReactNode {
  const home = useHomeArea()
  const [area, setArea] = useState<string | null>(home?.code ?? null)
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState(false)
  const upload = useUpload()
  const navigate = useNavigate()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!area || !file) return focusField(area ? 'import-file' : 'import-area')
    const made = await upload.mutateAsync({ area, file }).catch(() => null)
    if (made) await navigate(`/imports/${made.id}`, { replace: true })
  }
  return (
    <form className="panel import-form" noValidate onSubmit={submit}>
      <FormField
        id="import-area"
        label="导入到哪里"
        required
        hint="表里的社区名称只在这个范围里找，范围以外的组织不会被改动。"
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

function Accepted(): ReactNode {
  return (
    <section className="panel accepted" aria-labelledby="accepted-title">
      <h2 id="accepted-title">什么样的表都可以</h2>
      <ul>
        <li>标题行、统计单位行、合并的两三行表头、合计行，都不用删，会认出来。</li>
        <li>列的顺序、叫法不限；日期写成 2021.9、2021年9月1日都行，“35人”也读得懂。</li>
        <li>社区写名称就行；同名的会列出来请您选，不会乱猜。</li>
        <li>名录里已有的组织不会重复登记，会列出哪几项有变化。</li>
      </ul>
    </section>
  )
}
