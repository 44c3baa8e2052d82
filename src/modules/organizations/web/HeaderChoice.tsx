// Where the table begins: the sheet, the rows of its header, and what was left out as title or total.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { CountInput } from '../../../ui/CountInput.tsx'
import { FormField } from '../../../ui/FormField.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Import } from '../imports-api.ts'
import { useMatch } from './import-queries.ts'

export function HeaderChoice({ one }: { one: Import }): ReactNode {
  const match = useMatch(one.id)
  return (
    <section className="panel header-choice" aria-labelledby="header-title">
      <h2 id="header-title">{foundText(one.headerRows)}</h2>
      {one.remarks.length > 0 && (
        <ul className="remarks">
          {one.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>找得不对？换工作表，或指定表头在哪几行</summary>
        <div className="form-fields header-fields">
          <SheetChoice one={one} onChoose={(sheet) => match.mutate({ sheet })} />
          <RowsChoice
            one={one}
            busy={match.isPending}
            onChoose={(headerRows) => match.mutate({ headerRows })}
          />
        </div>
        <ProblemAlert problem={match.error} />
      </details>
    </section>
  )
}

function foundText(rows: readonly number[]): string {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined) return '没有找到表头'
  return first === last ? `表头在第 ${first} 行` : `表头在第 ${first}—${last} 行`
}

function SheetChoice({ one, onChoose }: { one: Import; onChoose: (sheet: string) => void }): ReactNode {
  const chosen = one.sheets.find((sheet) => sheet.chosen)?.name ?? ''
  return (
    <FormField id="import-sheet" label="工作表">
      {(control) => (
        <select
          {...control}
          className="field-choice"
          value={chosen}
          onChange={(event) => onChoose(event.target.value)}
        >
          {one.sheets.map(({ name, rows }) => (
            <option key={name} value={name}>
              {name}（{rows} 行）
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

type RowsProps = { one: Import; busy: boolean; onChoose: (rows: [number, number]) => void }

function RowsChoice({ one, busy, onChoose }: RowsProps): ReactNode {
  const [first, setFirst] = useState<number | null>(one.headerRows[0] ?? null)
  const [last, setLast] = useState<number | null>(one.headerRows.at(-1) ?? null)
  const lawful = first !== null && last !== null && first >= 1 && last >= first
  return (
    <>
      <FormField id="header-first" label="表头从第几行">
        {(control) => <CountInput {...control} unit="行" value={first} onChange={setFirst} />}
      </FormField>
      <FormField
        id="header-last"
        label="到第几行"
        fault={lawful ? undefined : '请填写行号，后一个不小于前一个'}
      >
        {(control) => <CountInput {...control} unit="行" value={last} onChange={setLast} />}
      </FormField>
      <div className="header-again">
        <Button disabled={!lawful} loading={busy} onClick={() => lawful && onChoose([first, last])}>
          按这几行重新读
        </Button>
      </div>
    </>
  )
}
