// The rows of a table by what they would do, or did: a tab for each outcome with its count.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { asNumber } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { StateShape } from '../../../ui/StateTag.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { type Import, type ImportRow, type RowOutcome, rowOutcomes } from '../imports-api.ts'
import { Changes } from './Changes.tsx'
import { useImportRows } from './import-queries.ts'
import { outcomeOrder, outcomeTones } from './import-words.ts'

export function ImportRows({ one }: { one: Import }): ReactNode {
  const url = useUrlState()
  const keyset = useKeyset()
  const outcome = outcomeOf(url.one('outcome'), one.counts)
  const { data, error, refetch, isPlaceholderData } = useImportRows(one.id, outcome, keyset.after)
  return (
    <>
      <Tabs counts={one.counts} now={outcome} />
      <DataTable
        label={`${rowOutcomes[outcome]}的行`}
        columns={columnsOf(one)}
        rows={data?.items}
        rowKey={({ row }) => String(row)}
        empty={<EmptyHint title={`没有“${rowOutcomes[outcome]}”的行`} />}
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
      />
    </>
  )
}

/** The outcome in the address, else the first that has rows. */
function outcomeOf(text: string | undefined, counts: Import['counts']): RowOutcome {
  if (text !== undefined && Object.hasOwn(rowOutcomes, text)) return text as RowOutcome
  return outcomeOrder.find((outcome) => counts[outcome] > 0) ?? 'new'
}

function Tabs({ counts, now }: { counts: Import['counts']; now: RowOutcome }): ReactNode {
  const url = useUrlState()
  return (
    <nav className="outcome-tabs" aria-label="按结果看">
      {outcomeOrder.map((outcome) => (
        <button
          key={outcome}
          type="button"
          aria-current={outcome === now ? 'true' : undefined}
          onClick={() => url.set({ outcome })}
        >
          <span className="outcome-name">
            <StateShape tone={outcomeTones[outcome]} />
            {rowOutcomes[outcome]}
          </span>
          <b>{asNumber(counts[outcome])}</b>
        </button>
      ))}
    </nav>
  )
}

const columnsOf = ({ kind, words }: Import): readonly Column<ImportRow>[] => [
  {
    key: 'row',
    title: '行',
    width: 80,
    card: 'mark',
    cell: ({ row }) => <span className="nowrap">第 {row} 行</span>,
  },
  {
    key: 'name',
    title: words.thing,
    width: '30%',
    card: 'title',
    cell: ({ name, areaName, match }) => (
      <>
        {match && words.record ? (
          <Link className="link" to={words.record.replace('{id}', match.id)} target="_blank" rel="noreferrer">
            {name || match.name}
          </Link>
        ) : (
          name || '（没有名称）'
        )}
        <small className="row-area">{areaName ?? (kind === 'organizations' && '社区未定')}</small>
      </>
    ),
  },
  { key: 'words', title: '说明', card: 'words', cell: (row) => <RowWords row={row} words={words} /> },
]

type RowWordsProps = { row: ImportRow; words: Import['words'] }

function RowWords({ row: { problems, warnings, changes, outcome }, words }: RowWordsProps): ReactNode {
  if (problems.length + warnings.length + changes.length === 0)
    return <span>{plainWords(words.book)[outcome]}</span>
  return (
    <>
      <Remarks tone="overdue" word="问题" remarks={problems} />
      <Remarks tone="behind" word="提醒" remarks={warnings} />
      <Changes
        changes={changes.map(({ label, from, to }) => ({ label, from: from || null, to: to || '空' }))}
      />
    </>
  )
}

const plainWords = (book: string): Record<RowOutcome, string> => ({
  new: `会登记进${book}`,
  same: `和${book}里一样，不用改`,
  changed: `和${book}里有出入`,
  problem: '这一行读不通',
})

type RemarksProps = { tone: 'overdue' | 'behind'; word: string; remarks: ImportRow['problems'] }

function Remarks({ tone, word, remarks }: RemarksProps): ReactNode {
  if (remarks.length === 0) return null
  return (
    <ul className="row-remarks">
      {remarks.map(({ cell, message }) => (
        <li key={`${cell} ${message}`}>
          <StateShape tone={tone} />
          <span className="sr-only">{word}：</span>
          {cell && <b>{cell}</b>} {message}
        </li>
      ))}
    </ul>
  )
}
