// A page that somebody without an account reads and fills in on a phone: one column, facts, and what is asked.
import type { ReactNode } from 'react'
import { CallProblem } from './call.ts'
import { EmptyHint } from './EmptyHint.tsx'
import { OpenPage } from './OpenPage.tsx'
import { Bones } from './PageBones.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import './open-sheet.css'

type Props<T> = {
  /** Of the page while there is nothing to show. */
  title: string
  query: { data: T | undefined; error: Error | null; refetch: () => unknown }
  children: (data: T) => ReactNode
}

/** Shows what was asked for, or says that there is no such thing. */
export function OpenSheet<T extends { demo: boolean }>({ title, query, children }: Props<T>): ReactNode {
  const { data, error, refetch } = query
  return (
    <OpenPage demo={data?.demo ?? false}>
      <div className="open-sheet">
        {data && children(data)}
        {!data && !error && <Bones lines={8} />}
        {!data && error && <Unknown title={title} problem={error} retry={() => void refetch()} />}
      </div>
    </OpenPage>
  )
}

function Unknown(props: { title: string; problem: unknown; retry: () => void }): ReactNode {
  const { title, problem, retry } = props
  const unknown = problem instanceof CallProblem && problem.status === 404
  return (
    <>
      <h1>{title}</h1>
      {unknown ? (
        <EmptyHint title={problem.message}>{problem.mend}</EmptyHint>
      ) : (
        <ProblemAlert problem={problem} retry={retry} />
      )}
    </>
  )
}

/** Facts without a value are left out. */
export const OpenFacts = ({ facts }: { facts: readonly (readonly [string, string | null])[] }): ReactNode => (
  <dl className="open-facts">
    {facts.map(([label, text]) =>
      text === null ? null : (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ),
    )}
  </dl>
)
