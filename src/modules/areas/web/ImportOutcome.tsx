// What a table about areas brought in, and which lines could not be used.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { asNumber } from '../../../ui/CountText.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'

type Problem = { row: number; message: string }
type Props = { done: string; rest?: string; problems: Problem[]; onAway: () => void }

/** More lines than this are not read on a screen; the count says how many there are. */
const shown = 50

export function ImportOutcome({ done, rest, problems, onAway }: Props): ReactNode {
  return (
    <section className="panel import-outcome" aria-labelledby="import-outcome">
      <h2 id="import-outcome">导入结果</h2>
      <p role="status">
        <StateTag tone="met" word={done} />
        {rest && `，${rest}`}
        {problems.length > 0 && '，'}
        {problems.length > 0 && <StateTag tone="behind" word={`${asNumber(problems.length)} 行没有用上`} />}。
      </p>
      {problems.length > 0 && <Problems problems={problems} />}
      <Button onClick={onAway}>知道了</Button>
    </section>
  )
}

function Problems({ problems }: { problems: Problem[] }): ReactNode {
  return (
    <>
      <ul>
        {problems.slice(0, shown).map((problem) => (
          <li key={`${problem.row} ${problem.message}`}>{`第 ${problem.row} 行：${problem.message}`}</li>
        ))}
      </ul>
      {problems.length > shown && (
        <p className="faint">{`还有 ${asNumber(problems.length - shown)} 行，改好这些再导入一次。`}</p>
      )}
    </>
  )
}
