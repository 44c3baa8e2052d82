// The register's part of a yearly report: how the organization stood at both ends of the year, and what changed between.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { PagePart } from '../../../ui/PagePart.tsx'
import type { RegisterLine, YearSheet } from '../year-sheet.ts'
import { absent, endWord } from '../year-words.ts'

export function RegisterPart({ sheet }: { sheet: YearSheet }): ReactNode {
  const { register, year } = sheet
  const isNew = register.every(({ before }) => before === null)
  return (
    <PagePart id="register" title="名录登记">
      <table className="year-register">
        <caption className="sr-only">
          {year} 年初和{endWord(sheet)}名录所记
        </caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            {!isNew && <th scope="col">年初</th>}
            <th scope="col">{endWord(sheet)}</th>
          </tr>
        </thead>
        <tbody>
          {register.map((line) => (
            <RegisterRow key={line.title} line={line} isNew={isNew} />
          ))}
        </tbody>
      </table>
      {isNew && <p className="faint">年初{absent.before}。</p>}
      <Changes sheet={sheet} />
    </PagePart>
  )
}

type RowProps = { line: RegisterLine; isNew: boolean }

/** What changed stands out by weight and by a word. */
function RegisterRow({ line: { title, before, after }, isNew }: RowProps): ReactNode {
  const changed = before !== null && after !== null && before !== after
  return (
    <tr>
      <th scope="row">{title}</th>
      {!isNew && <td>{before ?? <span className="faint">{absent.before}</span>}</td>}
      <td>
        {after === null ? <span className="faint">{absent.after}</span> : changed ? <b>{after}</b> : after}
        {changed && <span className="year-changed">有变化</span>}
      </td>
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
