// Long work under way: what is being done, and for how long already.
import { type ReactNode, useEffect, useState } from 'react'

type Props = { words: string; progress?: { done: number; total: number } }

/** With a count the bar fills up; without one it only moves. */
export function WorkingWords({ words, progress }: Props): ReactNode {
  const seconds = useSeconds()
  return (
    <div className="working">
      {progress ? (
        <progress aria-hidden="true" value={progress.done} max={progress.total} />
      ) : (
        <div className="working-bar" aria-hidden="true" />
      )}
      <p role="status">{words}…</p>
      {seconds >= 3 && <p className="faint">已用 {seconds} 秒，请不要关闭这一页。</p>}
    </div>
  )
}

function useSeconds(): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return seconds
}
