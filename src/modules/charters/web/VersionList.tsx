// All versions of an organization's charter, and the comparison of this one with another.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { StateTag } from '../../../ui/StateTag.tsx'
import { type Charter, charterStatuses } from '../charter.ts'
import { comparable, statusTones, versionName, versionSentence } from './charter-words.ts'

export function VersionList({ charter, compared }: { charter: Charter; compared: string | null }): ReactNode {
  const others = new Set(comparable(charter).map(({ id }) => id))
  return (
    <section className="panel no-print" aria-label="历次版本">
      <h2>历次版本</h2>
      {compared && (
        <p>
          <Link className="link" to={`/charters/${charter.id}`}>
            不对照了，看全文
          </Link>
        </p>
      )}
      <ul className="plain-list version-list">
        {charter.versions.map((one) => (
          <li key={one.id}>
            <span className="version-name">
              {one.id === charter.id ? (
                <b aria-current="page">{versionName(one)}（本页）</b>
              ) : (
                <Link className="link" to={`/charters/${one.id}`}>
                  {versionName(one)}
                </Link>
              )}
              <StateTag tone={statusTones[one.status]} word={charterStatuses[one.status]} />
            </span>
            <span className="faint small">{versionSentence(one)}</span>
            {others.has(one.id) && one.id !== compared && (
              <Link className="link small version-compare" to={`/charters/${charter.id}?with=${one.id}`}>
                与{versionName(one)}对照
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
