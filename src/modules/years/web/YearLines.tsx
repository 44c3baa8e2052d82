// The lines of a part: each number with the records behind it, the newest at once, all of them a press away.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { YearLine, YearSheet } from '../year-sheet.ts'
import { endWord, quantityWords } from '../year-words.ts'
import { FactList } from './FactList.tsx'
import { useFacts } from './year-queries.ts'

type Props = { lines: readonly YearLine[]; sheet: YearSheet }

export function YearLines({ lines, sheet }: Props): ReactNode {
  return lines.map((line) => <OneLine key={line.measure} line={line} sheet={sheet} />)
}

function OneLine({ line, sheet }: { line: YearLine; sheet: YearSheet }): ReactNode {
  const [all, setAll] = useState(false)
  const { title, facts, more } = line
  return (
    <div className="year-line">
      <h3>
        {title} <b>{quantityWords(line, endWord(sheet))}</b>
      </h3>
      {all ? <AllFacts line={line} sheet={sheet} /> : <FactList facts={facts} to={sheet.to as Day} />}
      {!all && more > 0 && (
        <>
          <Button className="no-print" onClick={() => setAll(true)}>
            看全部 {facts.length + more} 条
          </Button>
          <p className="print-only">另有 {more} 条。</p>
        </>
      )}
    </div>
  )
}

function AllFacts({ line: { measure }, sheet }: { line: YearLine; sheet: YearSheet }): ReactNode {
  const which = { year: sheet.year, measure }
  const found = useFacts(sheet.organization.id, which, 50)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = found
  if (!data)
    return error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <Bones lines={3} />
  return (
    <>
      <FactList facts={data.pages.flatMap(({ items }) => items)} to={sheet.to as Day} />
      {hasNextPage && (
        <Button className="no-print" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          再看一些
        </Button>
      )}
    </>
  )
}
