// Step 1: the header that was found and the field that each column goes to; all of it can be changed.
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { cellName } from '../import/table.ts'
import type { Import } from '../imports-api.ts'
import { HeaderChoice } from './HeaderChoice.tsx'
import { stepLink } from './ImportSteps.tsx'
import { useMatch } from './import-queries.ts'
import { type Columns, matched, whyNotPreview } from './import-words.ts'
import { StepBar } from './StepBar.tsx'

type ImportColumn = Import['columns'][number]

export function MatchStep({ one }: { one: Import }): ReactNode {
  const [edits, setEdits] = useState<Columns>({})
  const match = useMatch(one.id)
  const navigate = useNavigate()
  const next = async () => {
    if (Object.keys(edits).length > 0) await match.mutateAsync({ columns: edits })
    await navigate(stepLink('preview'))
  }
  const bar = (
    <StepBar
      words={leftOut(one, edits)}
      whyNot={whyNotPreview(one, edits)}
      busy={match.isPending}
      next="看预览"
      onNext={() => void next().catch(() => undefined)}
    />
  )
  return (
    <>
      {bar}
      <HeaderChoice one={one} />
      <DataTable
        label="表格的列和对应的项目"
        columns={columnsOf(one, edits, (index, field) => setEdits({ ...edits, [index]: field }))}
        rows={one.columns}
        rowKey={({ index }) => String(index)}
        rowClass={({ index }) => (fieldNow(one, edits, index) ? undefined : 'column-out')}
        empty="这张工作表里没有找到列，请换一张工作表或改表头所在的行。"
      />
      <ProblemAlert problem={match.error} />
      {bar}
    </>
  )
}

const fieldNow = (one: Import, edits: Columns, index: number): string | null =>
  matched(one.columns, edits).find((column) => column.index === index)?.field ?? null

function leftOut(one: Import, edits: Columns): string {
  const out = matched(one.columns, edits).filter(({ field }) => field === null).length
  return `${one.columns.length - out} 列会导入${out > 0 ? `，${out} 列不导入` : ''}`
}

function columnsOf(
  one: Import,
  edits: Columns,
  choose: (index: string, field: string | null) => void,
): Column<ImportColumn>[] {
  const used = new Set(matched(one.columns, edits).flatMap(({ field }) => field ?? []))
  return [
    {
      key: 'header',
      title: '表头',
      width: '26%',
      card: 'title',
      cell: ({ index, path }) => (
        <>
          <span className="column-letter">{letterOf(index)} 列</span> {path.join(' › ') || '（没有表头）'}
        </>
      ),
    },
    { key: 'samples', title: '前几行', card: 'words', cell: ({ samples }) => <Samples samples={samples} /> },
    {
      key: 'field',
      title: `对应${one.words.book}里的`,
      width: '30%',
      card: 'words',
      cell: (column) => (
        <FieldChoice
          column={column}
          book={one.words.book}
          fields={one.fields}
          used={used}
          value={fieldNow(one, edits, column.index)}
          onChange={(field) => choose(String(column.index), field)}
        />
      ),
    },
  ]
}

const letterOf = (index: number): string => cellName(0, index).replace(/\d+$/, '')

function Samples({ samples }: { samples: readonly string[] }): ReactNode {
  const shown = samples.filter((sample) => sample !== '')
  return shown.length > 0 ? (
    <span className="samples">{shown.join(' ｜ ')}</span>
  ) : (
    <span className="faint">都是空的</span>
  )
}

type FieldChoiceProps = {
  book: string
  column: ImportColumn
  fields: Import['fields']
  used: ReadonlySet<string>
  value: string | null
  onChange: (field: string | null) => void
}

function FieldChoice({ column, book, fields, used, value, onChange }: FieldChoiceProps): ReactNode {
  return (
    <>
      <select
        className="field-choice"
        aria-label={`“${column.path.join(' ')}”对应${book}里的哪一项`}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">不导入这一列</option>
        {Object.entries(fields).map(([field, label]) => (
          <option key={field} value={field}>
            {label}
            {used.has(field) && field !== value ? '（已有一列）' : ''}
          </option>
        ))}
      </select>
      {column.why && <small className="field-why">{column.why}</small>}
    </>
  )
}
