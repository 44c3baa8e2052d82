// Lets a page show on paper what the screen shows only on demand: paper has no "more" button.
import { useEffect } from 'react'
import { flushSync } from 'react-dom'

/** Runs just before printing; what it changes is drawn before the paper is. */
export function useBeforePrint(prepare: () => void): void {
  useEffect(() => {
    const listen = () => flushSync(prepare)
    window.addEventListener('beforeprint', listen)
    return () => window.removeEventListener('beforeprint', listen)
  }, [prepare])
}
