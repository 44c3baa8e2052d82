// A figure as it is read: the number large, what it is measured against beside it, the arithmetic below.
import type { ReactNode } from 'react'

/** `value` as the server says it, "119 / 160 · 74.4%"; `detail` "932 ÷ 88". */
export function FigureValue({ value, detail }: { value: string; detail?: string | null }): ReactNode {
  const { first, rest, small } = partsOf(value, detail)
  return (
    <span className={saysNothing(value) ? 'figure figure-none' : 'figure'}>
      <b>{first}</b>
      {rest && ` / ${rest}`}
      {small && <small>{small}</small>}
    </span>
  )
}

export function partsOf(value: string, detail?: string | null) {
  const [main = '', ...after] = value.split(' · ')
  const [first = '', ...rest] = main.split(' / ')
  return { first, rest: rest.join(' / '), small: [...after, ...(detail ? [detail] : [])].join(' · ') }
}

/** No number can be given: not collected, or nobody has judged yet. */
export const saysNothing = (value: string): boolean => !/\d/.test(value)
