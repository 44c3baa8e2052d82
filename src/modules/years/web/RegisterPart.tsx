// The register's part of a yearly report: how the organization stood at both ends of the year, and what changed between.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { PagePart } from '../../../ui/PagePart.tsx'
import type { RegisterLine, YearSheet } from '../year-sheet.ts'
import { absentWords, endWord } from '../year-words.ts'

export function RegisterPart({ sheet }: { sheet: YearSheet }): ReactNode {
  const { register } = sheet
  const [isNew, isGone] = [register.every(isAbsent('before')), register.every(isAbsent('after'))]
  return (
    <PagePart id="register" title="名录登记">
      {!(isNew && isGone) && <RegisterTable sheet={sheet} shown={{ before: !isNew, after: !isGone }} />}
      {(isNew || isGone) && <p className="faint">{absentWords(isNew, isGone, endWord(sheet))}</p>}
      <Changes sheet={sheet} />
    </PagePart>
  )
}

const isAbsent =
  (end: 'before' | 'after') =>
  (line: RegisterLine): boolean =>
    line[end] === null

type Shown = { before: boolean; after: boolean }

/** A column for each day on which the organization was on the register. */
function RegisterTable({ sheet, shown }: { sheet: YearSheet; shown: Shown }): ReactNode {
  const end = endWord(sheet)
  return (
    <table className="year-register">
      <caption className="sr-only">{`${sheet.year} 年初和${end}名录所记`}</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          {shown.before && <th scope="col">年初</th>}
          {shown.after && <th scope="col">{end}</th>}
        </tr>
      </thead>
      <tbody>
        {sheet.register.map((line) => (
          <RegisterRow key={line.title} line={line} shown={shown} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { line: RegisterLine; shown: Shown }

/** What changed stands out by weight and by a word. */
function RegisterRow({ line: { title, before, after }, shown }: RowProps): ReactNode {
  const changed = shown.before && shown.after && before !== after
  return (
    <tr>
      <th scope="row">{title}</th>
      {shown.before && <td>{before}</td>}
      {shown.after && (
        <td>
          {changed ? <b>{after}</b> : after}
          {changed && <span className="year-changed">有变化</span>}
        </td>
      )}
    </tr>
  )
}

function Changes({ sheet: { changes, organization } }: { sheet: YearSheet }): ReactNode {
  const more = changes.count - changes.items.length
  if (changes.count === 0) return <p className="faint">本年名录没有改动。</p>
  return (
    <div className="year-line">
      <h3>
        本年的改动 <b>{changes.count} 次</b>
      </h3>
      <ol className="fact-list">
        {changes.items.map(({ id, day, what, reason }) => (
          <li key={id}>
            <p className="fact-head">
              <span className="fact-day">{day}</span>
              <span className="fact-words">{what}</span>
            </p>
            {reason && !reason.startsWith('import ') && <p className="fact-note">{reason}</p>}
          </li>
        ))}
      </ol>
      <p className="faint small">
        {more > 0 && `另有 ${more} 次。`}
        改了哪些内容，见<Link to={`/organizations/${organization.id}#timeline`}>经过</Link>。
      </p>
    </div>
  )
}
