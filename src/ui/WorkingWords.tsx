// Long work under way: what is being done, and for how long already.
import { type ReactNode, useEffect, useState } from 'react'

export function WorkingWords({ words }: { words: string }): ReactNode {
  const seconds = useSeconds()
  return (
    <div className="working">
      <div className="working-bar" aria-hidden="true" />
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
