// The latest value, once it has stayed the same for a moment: for questions asked while somebody types.
import { useEffect, useState } from 'react'

/** `milliseconds` of quiet before the value is passed on. */
export function useDebounced<T>(value: T, milliseconds: number): T {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
